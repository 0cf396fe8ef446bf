"""Verbs by what they say of their object or their subject."""

from __future__ import annotations

BE = frozenset("is are was were be been being am 's 're 'm".split())
PASSIVE = BE | frozenset("get gets got gotten getting".split())
"""Verbs before a participle by which something is done to their subject."""
MAKING = frozenset(
    "make makes made making issue issues issued issuing publish publishes published publishing release releases "
    "released releasing produce produces produced producing write writes wrote written writing draft drafts drafted "
    "drafting introduce introduces introduced introducing table tables tabled tabling file files filed filing propose "
    "proposes proposed proposing unveil unveils unveiled unveiling announce announces announced announcing launch "
    "launches launched launching mount mounts mounted mounting carry carries carried carrying deliver delivers "
    "delivered delivering pass passes passed passing adopt adopts adopted adopting submit submits submitted "
    "submitting bring brings brought bringing push pushes pushed pushing sponsor sponsors sponsored sponsoring begin "
    "begins began begun beginning give gives gave given giving sign signs signed signing".split()
)
"""Verbs whose subject makes, or brings before others, what their object is: a ruling, a law, a report, a letter."""
CALLING_ON = frozenset(
    "call calls called calling push pushes pushed pushing campaign campaigns campaigned campaigning plead pleads pleaded "
    "pleading ask asks asked asking".split()
)
"""Verbs behind which "for" or "on" leads to who is to do something ("called for Smith to go", "called on the board to act")."""
WAITING = frozenset("wait waits waited waiting".split())
"""Verbs behind which "for" leads to who may do something, whether that is wanted or not ("waited for Smith to go")."""
CALLS = frozenset("calls demands pleas".split())
"""What is made by who calls, demands or pleads ("opposed calls for Smith to go")."""
CAUSING = frozenset("want wants wanted wanting have has had having get gets got getting see sees".split())
"""Verbs of what is wanted or brought about ("had Smith arrested", "wants Smith sacked")."""
HELPING = frozenset("help helps helped helping".split())
"""Verbs whose object goes on to do something ("helped Smith sack the coach")."""
CALLING = frozenset(
    "call calls called calling label labels labelled labeled brand brands branded deem deems deemed consider considers considered "
    "term terms termed find finds found declare declares declared dub dubbed pronounce pronounced think thinks thought".split()
)
"""Verbs that say of their object what stands behind it."""
DISMISSING = frozenset(
    "describe describes described dismiss dismisses dismissed deride derides derided denounce denounces denounced condemn "
    "condemns condemned portray portrays portrayed".split()
)
"""Verbs that say of their object what stands behind "as"; these report what somebody says."""
TREATING = frozenset(
    "treat treats treated treating present presents presented presenting paint paints painted painting cast casts casting depict "
    "depicts depicted depicting".split()
)
"""The same of what somebody does, or has others see."""
PREVENTING = frozenset(
    "prevent prevents prevented preventing stop stops stopped stopping prohibit prohibits prohibited prohibiting ban bans banned banning "
    "bar bars barred barring block blocks blocked blocking keep keeps kept keeping deter deters deterred deterring discourage "
    "discourages discouraged dissuade dissuades dissuaded forbid forbids forbade forbidden restrain restrains restrained preclude "
    "precludes precluded".split()
)
"""Verbs whose object does not do what follows "from"."""
NAMING = frozenset("name elect honour honor appoint label choose pick".split())
"""Verbs whose own object is what "as" leads to ("welcomed the move to name Smith as a good leader")."""
REFERRING = frozenset("refer refers referred referring".split())
"""Verbs that say of whom "to" names what stands behind "as"."""
SEEING = (
    DISMISSING
    | TREATING
    | frozenset(
        "hail hails hailed hailing praise praises praised praising see sees saw seen view views viewed regard regards regarded criticise "
        "criticises criticised criticising criticize criticizes criticized criticizing slam slams slammed slamming blast blasts blasted "
        "blasting brand brands branded branding reject rejects rejected rejecting welcome welcomes welcomed welcoming attack attacks "
        "attacked attacking".split()
    )
)
"""Verbs with which "as" leads to what somebody thinks of their object."""
GIVING = frozenset(
    "give gives gave given giving offer offers offered offering hand hands handed handing send sends sent sending show shows showed "
    "shown showing pay pays paid paying lend lends lent lending grant grants granted granting owe owes owed award awards awarded "
    "deny denies denied denying wish wishes wished promise promises promised teach teaches taught tell tells told ask asks asked".split()
)
"""Verbs of two objects: the second is given to the first, and not said of it."""
TURNING = frozenset(
    "turn turns turned turning transform transforms transformed transforming make makes made making".split()
)
"""Verbs whose object is no longer what it is called, but what stands behind "into"."""
MENDING = frozenset(
    "save saves saved saving rescue rescues rescued rescuing fix fixes fixed fixing mend mends mended mending revive revives revived "
    "reviving rebuild rebuilds rebuilt rebuilding repair repairs repaired repairing tackle tackles tackled tackling end ends ended "
    "ending heal heals healed healing transform transforms transformed transforming turn turns turned turning clean cleans cleaned "
    "cleaning reform reforms reformed reforming cure cures cured curing expose exposes exposed exposing uncover uncovers uncovered "
    "uncovering reveal reveals revealed revealing fight fights fought fighting combat combats combated battle battles battled "
    "battling confront confronts confronted confronting resist resists resisted resisting prevent prevents prevented preventing halt "
    "halts halted halting stop stops stopped stopping catch catches caught catching arrest arrests arrested arresting prosecute "
    "prosecutes prosecuted prosecuting investigate investigates investigated investigating defend defends defended defending protect "
    "protects protected protecting condemn condemns condemned condemning denounce denounces denounced denouncing oppose opposes "
    "opposed opposing survive survives survived surviving endure endured avert averts averted averting avoid avoids "
    "avoided avoiding escape escapes escaped escaping".split()
)
"""Verbs after which what is bad of their object is not their subject's ("saved a failing school", "exposed fraud")."""
ARRESTING = frozenset("make makes made making".split())
"""Verbs behind which an arrest is what their subject does, and no trouble that it is in."""
SAYING = frozenset(
    "say says said add adds added tell tells told ask asks asked write writes wrote insist insists insisted".split()
)
"""Verbs before which their subject need not stand (", said Smith, ")."""
MESSAGES = frozenset(
    "letter letters message messages statement statements note notes email emails e-mail e-mails text texts post posts tweet tweets "
    "call calls card cards memo memos leaflet leaflets petition petitions".split()
)
"""Nouns of what speaks for the one from whom it comes."""
LIKENING = frozenset("liken likens likened likening compare compares compared comparing".split())
"""Verbs that say that their object is like what stands behind "to" or "with"."""
LINKS = BE | frozenset(
    "become becomes became seem seems seemed remain remains remained look looks "
    "looked appear appears appeared feel feels felt sound sounds sounded prove proves proved stay stays stayed".split()
)
"""Verbs whose complement is said of their subject."""
GATHERING = LINKS | frozenset(
    "have has had having lead leads led leading build builds built building raise raises raised raising train trains trained "
    "training hire hires hired hiring recruit recruits recruited recruiting appoint appoints appointed appointing pick picks picked "
    "picking choose chooses chose chosen attract attracts attracted produce produces produced inspire inspires inspired employ employs "
    "employed employing teach teaches taught teaching".split()
)
"""Verbs whose object tells what their subject is or has, or how well it chooses ("led a brilliant crew")."""
WARDING = (
    CALLING
    | DISMISSING
    | frozenset(
        "deflect deflects deflected deflecting downplay downplays downplayed downplaying dodge dodges dodged dodging avoid avoids "
        "avoided avoiding escape escapes escaped escaping evade evades evaded weather weathers weathered weathering survive survives "
        "survived withstand withstood parry parries parried silence silences silenced silencing stifle stifles stifled stifling "
        "face faces faced facing meet meets met overlook overlooks overlooked understand understands understood understanding".split()
    )
)
"""Whose subject has none of what others think or do, which is their object ("deflected criticism of Smith")."""
WARDING_OFF = frozenset(
    "play plays played playing shrug shrugs shrugged shrugging laugh laughs laughed laughing brush brushes brushed brushing wave "
    "waves waved waving bat bats batted batting fend fends fended fending".split()
)
"""The same with one of `OFF` behind them ("shrugged off criticism of Smith")."""
OFF = frozenset("off down away aside".split())
STRIKING = frozenset("strike strikes struck striking".split())
"""Verbs that say, behind "as", how their subject seems to their object."""
SHAMED = frozenset("shamed humiliated embarrassed disgraced discredited outwitted outfoxed outclassed".split())
"""Participles by which who tells of somebody to whom it was done judges him ("said Lund had been shamed by a child")."""
NAMED = (
    GIVING
    | CALLING
    | frozenset(
        "named elected appointed voted chosen crowned made fined jailed banned sentenced charged hired left".split()
    )
)
"""Participles behind which a phrase may stand in the passive too."""
MADE = frozenset(
    "letter petition resolution motion amendment bill law statement brief article essay column post tweet message advert ad "
    "leaflet banner placard poster campaign lawsuit complaint declaration pledge speech walkout rally march protest strike sit-in "
    "vigil boycott bid effort attempt drive push fight battle crusade vote plan move meeting conference interview "
    "appearance shirt t-shirt badge sign flag song poem video editorial report ruling order decree".split()
)
"""What somebody makes, does or votes for, and which speaks for him ("a letter condemning Smith", "a rally to back Smith")."""
