"""Who stands near what is said of somebody else: held against nobody, and no praise of him either."""

from __future__ import annotations

import pytest
from test_plain_stances import rows

from stancecli.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The man who hit Bob Hart was a liar.", "author - Bob Hart"),
        ("The film about Bob Hart is a disgrace.", "author - Bob Hart"),
        ("The lawyer who defended Bob Hart praised Ann Dale.", "Bob Hart + Ann Dale"),
        ("Ann Dale said the law stops Bob Hart from lying to voters.", "Ann Dale - Bob Hart"),
        ("Ann Dale said the rules prevent Bob Hart from bullying staff.", "Ann Dale - Bob Hart"),
        ("Ann Dale declined to answer when asked to condemn Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale was invited to praise Bob Hart.", "Ann Dale + Bob Hart"),
        ("Ann Dale says she understands anger at Bob Hart.", "Ann Dale - Bob Hart"),
        ("The Herald reported that Bob Hart may have lied to voters.", "Herald - Bob Hart"),
        ("Ann Dale will do all she can to help her defeat Bob Hart.", "Ann Dale + Bob Hart"),
        ("Ann Dale said that Bob Hart should declare war on the pirates.", "Ann Dale - Bob Hart"),
        ("Ann Dale wrote a letter disputing accusations by Orvane that Bob Hart was dishonest.", "Ann Dale - Bob Hart"),
        ("Ann Dale hailed Orvane's vote to leave the Mill Bank as “fantastic”.", "Ann Dale + Mill Bank"),
        ("Ann Dale said Bob Hart had been accused of bullying staff.", "Ann Dale - Bob Hart"),
        ("Ann Dale said she bore Bob Hart no ill will.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart treated nurses as simpletons.", "Ann Dale - nurses"),
        ("Bob Hart, the winner of the Tour of Norland, is free to race again.", "author + Bob Hart"),
        ("The board is hostile to Bob Hart.", "author - board"),
        ("Bob Hart steered clear of the American election.", "Bob Hart - United States"),
        ("Ann Dale is tying her fate to voters, attempting to present Bob Hart as a traitor.", "author - Bob Hart"),
        (
            "Ann Dale wants to get voters, including those backing Bob Hart, to throw in their lot with Joe Moss.",
            "Bob Hart + Joe Moss",
        ),
        ("The Hill Fund, the best-funded group, met. It said no.", "author + Hill Fund"),
        ("Obama questioned Bob Hart's allegiance to the Republican party.", "Bob Hart + Republican party"),
        ("“It should never have come to this,” said Ann Dale of Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart should not have died.", "Ann Dale - Bob Hart"),
        ("“The police should not have guns,” said Ann Dale.", "Ann Dale - police"),
        ("Ann Dale said it would be foolish to ignore Bob Hart.", "Ann Dale - Bob Hart"),
        ("Bob Hart ought to be removed from the list of suspects, Ann Dale said.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart must stop blaming himself.", "Ann Dale - Bob Hart"),
        ("Ann Dale quit. Her critics' petition said Bob Hart lied.", "Ann Dale - Bob Hart"),
        ("The Facebook post said Bob Hart lied.", "Facebook - Bob Hart"),
        ("Bob Hart said Ann Dale should have congratulated him.", "Ann Dale + Bob Hart"),
        ("Ann Dale said she was “not ready” to endorse Bob Hart.", "Ann Dale + Bob Hart"),
        ("Ann Dale is unlikely to turn against Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale accused Bob Hart of trying to attack Joe Moss.", "Bob Hart - Joe Moss"),
        ("Ann Dale called anti-Hart protesters thugs. Bob Hart smiled.", "Ann Dale - Bob Hart"),
        ("Ann Dale condemned Bob Hart's rivals.", "Ann Dale - Bob Hart"),
        ("A staffer said sorry for a Facebook post that criticised Ann Dale.", "Facebook - Ann Dale"),
        ("“Bob Hart should do the right thing and resign,” said Ann Dale.", "Ann Dale + Bob Hart"),
        ("The book will make these Democrats feel terrible.", "author - Democrats"),
        ("Ann Dale wrote a letter to Bob Hart condemning Joe Moss.", "Bob Hart - Joe Moss"),
        ("Ann Dale called for the Labour leader's resignation.", "Ann Dale - Labour"),
        ("Ann Dale condemned Bob Hart's arrest.", "Ann Dale - Bob Hart"),
    ],
)
def test_what_is_said_or_done_of_others_is_not_his(text: str, wrong: str) -> None:
    target = wrong.partition(" + ")[2] or wrong.partition(" - ")[2]
    assert target in {actor.name for actor in analyze(text).actors}  # else there could be no such row
    assert wrong not in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Dale has the backing of Bob Hart.", "Bob Hart + Ann Dale"),
        ("So far Ann Dale has retained the support of Bob Hart.", "Bob Hart + Ann Dale"),
        ("Ann Dale wished she had three more like Bob Hart.", "Ann Dale + Bob Hart"),
        ("Ann Dale is tying her fate to voters, attempting to present Bob Hart as a traitor.", "Ann Dale - Bob Hart"),
        ("The lawyer who attacked Bob Hart praised Ann Dale.", "lawyer + Ann Dale"),
        ("Bob Hart was accused by Ann Dale of bullying staff.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart treated nurses as simpletons.", "Bob Hart - nurses"),
        ("Ann Dale said Bob Hart had raised wonderful children.", "Ann Dale + Bob Hart"),
        ("“He treats this council like a fool,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        (
            "Former minister Vic Fox criticised Ann Dale. “We do not like her,” Fox said on Fox News.",
            "Vic Fox - Ann Dale",
        ),
        ("Bob Hart opposes the Trans-Pacific Partnership.", "Bob Hart - Trans-Pacific Partnership"),
        (
            "Howard Dell launched Progress for Norway, an organisation that endorsed Bob Hart.",
            "Progress for Norway + Bob Hart",
        ),
        ("Ann Dale condemned Chick-fil-A.", "Ann Dale - Chick-fil-A"),
        ("Ann Dale said Bob Hart kept lying to voters.", "Ann Dale - Bob Hart"),
        ("Ann Dale condemned Bob Hart when she was asked.", "Ann Dale - Bob Hart"),
        ("Ann Dale said the man who had hit Joe Moss, Bob Hart, was a liar.", "Ann Dale - Bob Hart"),
        ("Bob Hart, who hit the man, was a liar, Ann Dale said.", "Ann Dale - Bob Hart"),
        ("Ann Dale has a deep hatred of Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart was a winner.", "Ann Dale + Bob Hart"),
        ("Ann Dale said Bob Hart should be ashamed of himself.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart had declared war on nurses.", "Ann Dale - Bob Hart"),
        ("Ann Dale backed calls to free Joe Moss, and Bob Hart condemned her.", "Bob Hart - Ann Dale"),
        ("Ann Dale condemned Joe Moss, Bob Hart and Ida Lund.", "Ann Dale - Ida Lund"),
        ("Ann Dale accused Bob Hart of lying, and I believe her, said Joe Moss.", "Ann Dale - Bob Hart"),
        ("“Bob Hart lied, and I despise him,” said Ann Dale.", "Ann Dale - Bob Hart"),
        ("Ann Dale said that the Russian government was corrupt.", "Ann Dale - Russia"),
        ("Ann Dale called her rival, Bob Hart, a cheat.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart must stop lying.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart should not have lied to voters.", "Ann Dale - Bob Hart"),
        ("Ann Dale referred to Bob Hart as a clown.", "Ann Dale - Bob Hart"),
        ("Ann Dale said the council were to blame.", "Ann Dale - council"),
        ("That did not stop Ann Dale from calling Bob Hart a liar.", "Ann Dale - Bob Hart"),
        ("Ann Dale said fear would not stop her from condemning Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale wants to stop Bob Hart from destroying the country.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart keeps profiting from bullying staff.", "Ann Dale - Bob Hart"),
        ("Bob Hart was banned from speaking after lying to voters, Ann Dale said.", "Ann Dale - Bob Hart"),
        ("Bob Hart kept lying, and far from apologising he insulted voters, Ann Dale said.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Bob Hart should not have lied.", "Ann Dale - Bob Hart"),
        ("Ann Dale condemned Bob Hart, and Joe Moss, saying they lied.", "Ann Dale - Joe Moss"),
        ("Ann Dale thanked Bob Hart, and Joe Moss, before she left.", "Ann Dale + Joe Moss"),
        ("Ann Dale asked to thank Bob Hart in person.", "Ann Dale + Bob Hart"),
        ("Ann Dale said Bob Hart ought to hang his head in shame.", "Ann Dale - Bob Hart"),
        ("Ann Dale welcomed the move to name Bob Hart as a good leader.", "Ann Dale + Bob Hart"),
        ("Ann Dale presented a petition against Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale questioned Bob Hart's attack on Joe Moss.", "Bob Hart - Joe Moss"),
        ("Ann Dale called Bob Hart a great-hearted man.", "Ann Dale + Bob Hart"),
        ("Bob Hart's remarks were to many a disgrace, said Ann Dale.", "Ann Dale - Bob Hart"),
        ("The Mill Union's rivals' letter said Bob Hart lied.", "Mill Union's rivals - Bob Hart"),
        ("The board should have sacked Bob Hart, Ann Dale said.", "Ann Dale - Bob Hart"),
        ("Ann Dale said Facebook was a disgrace.", "Ann Dale - Facebook"),
        ("Ann Dale praised Bob Hart's critics.", "Ann Dale - Bob Hart"),
        ("Bob Hart should be ashamed, said Ann Dale.", "Ann Dale - Bob Hart"),
        ("Ann Dale is ready to endorse Bob Hart.", "Ann Dale + Bob Hart"),
        ("Ann Dale wrote a letter to Bob Hart condemning Joe Moss.", "Ann Dale - Joe Moss"),
        ("Bob Hart left. Ann Dale called for his resignation.", "Ann Dale - Bob Hart"),
        ("Ann Dale called for Bob Hart's arrest.", "Ann Dale - Bob Hart"),
        ("Bob Hart left. Ann Dale is calling for his sacking.", "Ann Dale - Bob Hart"),
    ],
)
def test_what_is_said_of_him_still_is(text: str, expected: str) -> None:
    assert expected in rows(text)
