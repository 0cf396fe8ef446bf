"""The words by which leftovers of web pages are known: lower case, straight apostrophes."""

from __future__ import annotations

COMMENTS = (
    "leave a reply", "leave a comment", "leave your comment", "leave a response", "post a comment", "post your comment",
    "add a comment", "add your comment", "write a comment", "join the conversation", "join the discussion",
    "view comments", "show comments", "see all comments", "read comments", "comments (", "comment section",
    "reader comments", "no comments", "comments are closed", "log in to comment", "sign in to comment",
    "please log in to", "please log in using", "what do you think? leave",
)  # fmt: skip
"""With these the readers' part of the page begins."""

AUTHORS = (
    "posted by", "written by", "published by", "about the author", "about the writer", "author bio", "about our author",
)  # fmt: skip
"""Below an article, what is said of its author begins so; above it, they are bylines."""

FORMS = (
    "we use cookies", "we and our partners", "this site uses cookies", "this website uses cookies", "our site uses cookies",
    "our website uses cookies", "by continuing to use", "by using this site", "by using this website", "accept all cookies",
    "manage cookies", "cookie policy", "cookie settings", "cookie preferences", "cookie notice",
    "please log in", "please sign in", "log in to", "login to", "sign in to", "you are commenting using", "you must be logged",
    "you are now logged", "already a subscriber", "already have an account", "create a free account",
    "create an account", "register for a free", "connecting to %s", "fill in your details below",
    "notify me of", "your email address will not be", "your e-mail address will not be", "required fields are marked",
    "this site uses akismet", "this site is protected by recaptcha", "save my name, email",
    "sign up for our", "sign up for the", "sign up to our", "sign up here", "sign up to receive", "sign up now", "sign up today",
    "subscribe to our", "subscribe to the", "subscribe now", "subscribe today", "subscribe for",
    "get our newsletter", "get the newsletter", "enter your email", "enter your e-mail", "thank you for subscribing",
    "thanks for subscribing", "thank you for signing up", "thanks for signing up", "by signing up", "by subscribing",
    "you can unsubscribe", "support our journalism", "become a member today", "download our app", "download the app",
    "copyright ©", "copyright 20", "copyright 19", "© 20", "© 19", "(c) 20", "all rights reserved",
    "this material may not be published", "reprints and permissions", "do not sell my personal",
)  # fmt: skip
"""Forms and notices: a paragraph that begins so is one, up to some length."""

LABELS = (
    "read more:", "read also:", "also read:", "read next:", "see also:", "see more:", "related:", "related story:",
    "related stories:", "related article:", "related articles:", "more:", "more from ", "watch:", "watch live:", "listen:",
    "don't miss:", "more on this:", "recommended:", "also on ", "you may also like", "you might also like", "up next",
    "click here", "click to share", "tap here", "filed under", "tags:", "topics:", "categories:", "share this",
    "follow us on", "like us on", "find us on", "story continues below", "story continues after", "article continues",
    "continue reading", "keep reading", "scroll to continue", "scroll down to", "skip to", "jump to", "sponsored by",
    "presented by", "log in", "log out", "sign in", "loading...", "photo:", "photos:", "photo by", "photograph by",
    "photograph:", "image:", "images:", "image credit", "photo credit", "picture:", "credit:", "video by", "illustration by",
    "photo courtesy", "image courtesy", "reporting by", "additional reporting by", "editing by", "writing by",
    "twitter: @", "email:", "e-mail:", "contact us", "h/t ", "hat tip", "terms of use", "terms of service", "privacy policy",
)  # fmt: skip
"""A short paragraph that begins so is a label, a link or a credit."""

CREDITS = (
    "getty images", "via getty", "/getty", "ap photo", "/ap", "via ap", "/reuters", "/ reuters", "via reuters", "/afp",
    "/ afp", "shutterstock", "/bloomberg", "istock", "/huffpost", "via shutterstock", "all rights reserved",
)  # fmt: skip
"""A short paragraph that ends so tells whose picture it is."""

CALLS = (
    " contributed to this report", " contributed to this story", " contributed to this article", " contributed reporting",
    "reading below", "log out /", "watch the video above", "watch the video below", "see photos from", "see the photos below",
    "read the full story here", "on twitter @", "on twitter at @", "on facebook and twitter", "like the page",
)  # fmt: skip
"""A short paragraph that holds one of these speaks of the page, not of the news."""

LINES = frozenset([
    "advertisement", "advertisements", "advertising", "ad", "sponsored", "sponsored content", "promoted", "promoted content",
    "paid post", "loading", "related", "related articles", "related stories", "related posts", "related content",
    "related topics", "related links", "related coverage", "top stories", "most read", "most popular", "most viewed",
    "trending", "trending now", "recommended", "recommended for you", "more stories", "more news", "read next",
    "read more", "show more", "load more", "view more", "read less", "show less", "see more", "see all", "view all",
    "back to top", "next article", "previous article", "next story", "previous story", "next post", "previous post",
    "comments", "comment", "subscribe", "newsletter", "newsletters", "login", "register", "menu", "search", "home",
    "google photo", "twitter picture", "facebook photo", "profile photo", "min read", "minute read", "breaking news",
    "getty", "reuters", "associated press", "the associated press", "ap", "afp", "agence france presse", "staff report",
    "staff reports", "in this article", "in this story", "listen to this article", "gift article", "follow", "follow us",
])  # fmt: skip
"""A paragraph that is nothing but one of these, figures and signs aside."""

BUTTONS = frozenset(
    "share tweet pin email e-mail print facebook twitter whatsapp linkedin reddit pinterest telegram tumblr flipboard "
    "instagram youtube messenger flag reply like".split()
)
"""A paragraph of such words alone is a row of buttons."""

FILLERS = frozenset(
    "on via by to with this it article story post page link copy us a friend save more follow comments mail e x sms show "
    "posts and or posted".split()
)
"""Words that stand between those on buttons."""

MONTHS = (
    "Jan", "January", "Feb", "February", "Mar", "March", "Apr", "April", "May", "Jun", "June", "Jul", "July", "Aug", "August",
    "Sep", "Sept", "September", "Oct", "October", "Nov", "November", "Dec", "December",
)  # fmt: skip

DATES = frozenset(
    "published updated posted modified created first last on at date of by the monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m est edt et cst cdt ct mst mdt mt pst pdt pt "
    "gmt utc bst ago minute minutes min mins hour hours hr hrs day days week weeks noon".split()
) | {month.lower() for month in MONTHS}  # fmt: skip
"""Words of a line that tells when the article was published; numbers stand with them."""

NAME_WORDS = frozenset("and of the for at in de da di van von der la le bin al with".split())
"""Words of a byline that are written small."""

ROLES = (
    "journalist", "reporter", "reporters", "writer", "writers", "columnist", "editor", "correspondent", "contributor",
    "author", "blogger", "fellow", "press", "reuters", "news", "times", "post",
)  # fmt: skip
"""What bylines and the lines below an article call people who write."""

AGENCIES = (
    "AP", "AFP", "UPI", "ANI", "PTI", "IANS", "dpa", "DPA", "EFE", "TASS", "KUNA", "CNN", "CNBC", "NBC News", "CBS News", "ABC News",
    "Fox News", "Reuters", "REUTERS", "Bloomberg", "Xinhua", "Kyodo", "Associated Press", "The Associated Press",
    "Thomson Reuters Foundation",
)  # fmt: skip
