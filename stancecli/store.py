"""Results kept in one SQLite file: rows to look at, and answers that need not be made again."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from stancecli import __version__
from stancecli.engines.parcels import Item, packed, packed_results, unpacked_results
from stancecli.errors import StanceError
from stancecli.model import AUTHOR, Answer, Failure, Fault, Input, Report, Result
from stancecli.pipeline import Tools

APPLICATION = 0x57414E43
"""What SQLite's `application_id` says of a file that is ours."""

_COMMIT = 64
"""Results that are written at once; what a run that is killed has to do again."""

_WAIT = 30  # seconds for another run that writes to the same file

_SCHEMA = """
CREATE TABLE results (key TEXT PRIMARY KEY, answer BLOB NOT NULL);
CREATE TABLE documents (
    document INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, outlet TEXT, date TEXT, url TEXT, language TEXT,
    words INTEGER, sentences INTEGER, author_words INTEGER, author_loaded INTEGER, author_density REAL,
    quoted_words INTEGER, quoted_words_attributed INTEGER, version TEXT, text TEXT,
    key TEXT NOT NULL REFERENCES results, UNIQUE (id, key));
CREATE TABLE actors (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT,
    mentions INTEGER, statements INTEGER, words INTEGER, loaded INTEGER, density REAL, intensity REAL,
    PRIMARY KEY (document, name));
CREATE TABLE attributions (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, kind TEXT,
    confidence REAL, actor TEXT, source TEXT, cue TEXT, tilt TEXT, content TEXT, start INTEGER, "end" INTEGER,
    PRIMARY KEY (document, number));
CREATE TABLE hits (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, text TEXT,
    category TEXT, polarity REAL, weight REAL, negated INTEGER, voice TEXT, target TEXT, attribution INTEGER,
    entry TEXT, lexicon TEXT, line INTEGER, "column" INTEGER, start INTEGER, "end" INTEGER,
    PRIMARY KEY (document, number));
CREATE TABLE stances (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, holder TEXT NOT NULL, target TEXT NOT NULL,
    score REAL, label TEXT, confidence REAL, evidence INTEGER, PRIMARY KEY (document, holder, target));
CREATE TABLE failures (id TEXT NOT NULL, place TEXT, message TEXT, UNIQUE (id, place, message));
CREATE VIRTUAL TABLE documents_fts USING fts5 (title, text, content="documents", content_rowid="document");
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.document, new.title, new.text); END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text)
    VALUES ('delete', old.document, old.title, old.text); END;
"""


_HIT = attrgetter(
    *("text", "category", "polarity", "weight", "negated", "voice", "target", "attribution"),
    *("entry", "lexicon", "line", "column", "start", "end"),
)


class Store:
    """The file of one run: what it knows is not answered again, what comes of the rest is kept.

    A result is known by what it was made of: text, title, targets and roster, lexicons with the entries that are in
    use, settings, and the version of the tool. `documents` and the tables below it hold the latest result of each
    document; a document whose text changed, under the same `id`, takes the place of the old one.
    """

    def __init__(self, path: str, tools: Tools) -> None:
        """Open or begin a file. Raises `StanceError` where it is none of ours or cannot be used."""
        self._path = path
        self._made_with = _digest_of(tools)
        self._tickets: deque[str] = deque()
        self._pending = 0
        with self._explained():
            self._write = self._opened()
            self._read = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)

    def known(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, with the answer in place of each input that has one. May run in a thread of its own."""
        for item in items:
            key = self._key(item) if isinstance(item, Input) else ""
            self._tickets.append(key)
            with self._explained():
                row = self._read.execute("SELECT answer FROM results WHERE key = ?", (key,)).fetchone()
            yield _restored(row[0], item) if row and isinstance(item, Input) else item

    def keep(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results in the order of `known`, once they are kept."""
        for result in results:
            with self._explained():
                self._put(result, self._tickets.popleft())
            yield result

    def close(self) -> None:
        """Write what is left, and leave one plain file."""
        try:
            with self._explained():
                self._write.commit()
                self._read.close()
                with suppress(sqlite3.OperationalError):  # another run has it open still
                    self._write.execute("PRAGMA journal_mode = DELETE")
        finally:
            self._write.close()

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=_WAIT)
        (application,) = database.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION:
            if database.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise StanceError("is a database of something else", self._path)
            database.executescript(f"BEGIN; {_SCHEMA} PRAGMA application_id = {APPLICATION}; COMMIT;")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("CREATE TEMP TABLE seen (document INTEGER PRIMARY KEY)")
        database.execute("DELETE FROM failures")
        return database

    def _put(self, result: Result, key: str) -> None:
        if isinstance(result, Failure):
            failure = (result.id, result.error.place, result.error.message)
            self._write.execute("INSERT OR IGNORE INTO failures VALUES (?, ?, ?)", failure)
        else:
            self._place(result, key)
        self._pending += 1
        if self._pending % _COMMIT == 0:
            self._write.commit()

    def _place(self, answer: Answer, key: str) -> None:
        """Have a row for the document, and none for what stood under its name before this run."""
        id = answer.report.id
        row = self._write.execute("SELECT document FROM documents WHERE id = ? AND key = ?", (id, key)).fetchone()
        if row is None:
            blob = zlib.compress(packed_results([answer]), 1)
            self._write.execute("INSERT OR IGNORE INTO results VALUES (?, ?)", (key, blob))
            self._write.execute("DELETE FROM documents WHERE id = ? AND document NOT IN (SELECT * FROM seen)", (id,))
            row = (self._insert(answer, key),)
        self._write.execute("INSERT OR IGNORE INTO seen VALUES (?)", row)

    def _insert(self, answer: Answer, key: str) -> int:
        report = answer.report
        author = next((row for row in report.actors if row.name == AUTHOR), None)
        figures = (author.words, author.loaded, author.density) if author else (0, 0, None)
        told = (report.id, report.title, report.outlet, report.date, report.url, report.language)
        size = (report.words, report.sentences, *figures, report.quoted_words, report.quoted_words_attributed)
        text = answer.parse.document.text
        document = self._add("documents", [(None, *told, *size, report.stamp.version, text, key)])
        for table, rows in _rows(report):
            self._add(table, [(document, *row) for row in rows])
        return document

    def _add(self, table: str, rows: list[tuple[Any, ...]]) -> int:
        if not rows:
            return 0
        places = ", ".join("?" * len(rows[0]))
        if len(rows) == 1:
            return self._write.execute(f"INSERT INTO {table} VALUES ({places})", rows[0]).lastrowid or 0
        self._write.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        return 0

    def _key(self, item: Input) -> str:
        """What a result depends on, but for the name of the document."""
        digest = hashlib.sha256(self._made_with)
        digest.update(packed([replace(item, id="", roster=None, origin=None)]))
        digest.update(item.roster.digest.encode() if item.roster else b"")
        return digest.hexdigest()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StanceError(f"cannot be used as a store: {error}", self._path) from error


@contextmanager
def opened(path: str, tools: Tools) -> Iterator[Store]:
    """The store of a file; what was kept is in the file at the end, however the block ends."""
    if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise StanceError("there is no such folder", os.path.dirname(path))
    store = Store(path, tools)
    try:
        yield store
    finally:
        store.close()


def kept(path: str) -> Iterator[Answer | Failure]:
    """The answers of a file in the order in which they were kept, then what could not be answered.

    Raises `StanceError` where it is no store, or one of a version that kept other things.
    """
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT id, answer FROM documents JOIN results USING (key) ORDER BY document")
            for id, blob in rows:
                (answer,) = unpacked_results(zlib.decompress(blob))
                assert isinstance(answer, Answer)
                yield _named(answer, id)
            for id, place, message in database.execute("SELECT id, place, message FROM failures ORDER BY rowid"):
                yield Failure(id, Fault(message, place))
    except (sqlite3.Error, zlib.error, msgspec.MsgspecError) as error:
        raise StanceError(f"is no store of this version of stancecli: {error}", path) from error


def _named(answer: Answer, id: str) -> Answer:
    document = replace(answer.parse.document, id=id)
    return Answer(replace(answer.report, id=id), replace(answer.parse, document=document))


def _rows(report: Report) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """The rows of a report below its document, by table."""
    yield (
        "actors",
        [
            (a.name, a.kind, len(a.mentions), a.statements, a.words, a.loaded, a.density, a.intensity)
            for a in report.actors
        ],
    )
    yield (
        "attributions",
        [
            (
                a.id,
                a.kind,
                a.confidence,
                a.source and a.source.actor,
                a.source and a.source.text,
                a.cue and a.cue.text,
                a.cue and a.cue.tilt,
                a.content.text,
                a.content.spans[0].start,
                a.content.spans[-1].end,
            )
            for a in report.attributions
        ],
    )
    yield (
        "hits",
        [(number, *_HIT(h)) for number, h in enumerate(report.hits)],
    )
    yield "stances", [(s.holder, s.target, s.score, s.label, s.confidence, len(s.evidence)) for s in report.stances]


def _digest_of(tools: Tools) -> bytes:
    """What all results of a run have in common; where lexicons lie does not count, what is in them does."""
    lexicons = [(head.name, head.digest) for head in tools.lexicons.heads]
    return hashlib.sha256(msgspec.msgpack.encode((__version__, tools.settings, lexicons))).digest()


def _restored(blob: bytes, item: Input) -> Answer:
    """A kept answer, for the document that it is wanted for: the same text may have had another name."""
    (answer,) = unpacked_results(zlib.decompress(blob))
    assert isinstance(answer, Answer)
    document = answer.parse.document
    if (document.id, document.origin) == (item.id, item.origin):
        return answer
    document = replace(document, id=item.id, origin=item.origin)
    return Answer(replace(answer.report, id=item.id), replace(answer.parse, document=document))
