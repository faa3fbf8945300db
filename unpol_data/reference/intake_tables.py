"""Which columns do the reference tables have that tell how files of others are understood?"""

from unpol_data.reference.schema_parts import DATE, INTEGER, MAYBE, TEXT, THREAT, Column, Table

KIND = Column(one_of=("sites", "answers", "equipment", "measurements", "threats"))
DEGREES_NORTH = Column("number", low=-90, high=90)
DEGREES_EAST = Column("number", low=-180, high=180)

INTAKE: dict[str, Table] = {
    "hxl_tags": Table(("kind", "tag"), {"kind": KIND, "tag": TEXT, "column": TEXT, "unit": MAYBE}),
    "column_synonyms": Table(("kind", "heading"), {"kind": KIND, "heading": TEXT, "column": TEXT}),
    "table_shapes": Table(
        ("shape", "heading"),
        {
            "shape": TEXT,
            "name": TEXT,
            "kind": KIND,
            "heading": TEXT,
            "column": TEXT,
            "unit": MAYBE,
            "tells": Column(one_of=("yes", "no")),
        },
    ),
    "units": Table(
        ("written",),
        {
            "written": TEXT,
            "quantity": Column(one_of=("speed", "time", "share", "hours")),
            "unit": TEXT,
            "factor": Column("number", low=0),
        },
    ),
    "plausible_measures": Table(
        ("measure",),
        {
            "measure": Column(refers_to="measures"),
            "quantity": Column(one_of=("speed", "time", "share", "hours")),
            "low": Column("number", low=0),
            "high": Column("number", low=0),
        },
    ),
    "words_for_codes": Table(
        ("column", "written"), {"column": TEXT, "written": TEXT, "code": TEXT}
    ),
    "person_titles": Table(
        ("title",), {"title": TEXT, "kind": Column(one_of=("address", "rank", "post"))}
    ),
    "role_words": Table(("word",), {"word": TEXT}),
    "country_aliases": Table(("name",), {"name": TEXT, "iso3": TEXT}),
    "index_editions": Table(
        ("index_name", "edition"),
        {
            "index_name": TEXT,
            "edition": INTEGER,
            "published_on": DATE,
            "low": Column("number"),
            "high": Column("number"),
        },
    ),
    "index_markets": Table(("market",), {"market": TEXT, "threat_code": THREAT, "reason": TEXT}),
    "host_extents": Table(
        ("iso3",),
        {
            "iso3": TEXT,
            "south": DEGREES_NORTH,
            "north": DEGREES_NORTH,
            "west": DEGREES_EAST,
            "east": DEGREES_EAST,
        },
    ),
}
