-- The places of imported gazetteers: compressed lines, as onrecord.lexicon.placerow packs them.

CREATE TABLE gazetteer (
    digest TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (digest, seq)
);

CREATE TRIGGER gazetteer_is_not_changed BEFORE UPDATE ON gazetteer
BEGIN SELECT RAISE(ABORT, 'a gazetteer is never changed'); END;

CREATE TRIGGER gazetteer_is_not_deleted BEFORE DELETE ON gazetteer
BEGIN SELECT RAISE(ABORT, 'a gazetteer is never deleted'); END;
