"""What SARIF 2.1.0 (OASIS, errata 01) asks of the parts of a log that we write, in the words of our small validator."""

TEXT = {"type": "string"}
LEVEL = {"type": "string", "enum": ["none", "note", "warning", "error"]}
PLACE = {"type": "integer", "enum": range(1, 1_000_000)}


def group(required=(), **properties):
    return {"type": "object", "properties": properties, "required": [*required]}


def many(item):
    return {"type": "array", "items": item}


MESSAGE = group(["text"], text=TEXT)
ARTIFACT = group(uri=TEXT, uriBaseId=TEXT, description=MESSAGE)
REGION = group(startLine=PLACE, startColumn=PLACE)
LOCATION = group(physicalLocation=group(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION))
RESULT = group(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "enum": range(-1, 1_000)},
    level=LEVEL,
    message=MESSAGE,
    locations=many(LOCATION),
)
RULE = group(
    ["id"],
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    helpUri=TEXT,
    defaultConfiguration=group(level=LEVEL),
)
RUN = group(
    ["tool"],
    tool=group(["driver"], driver=group(["name"], name=TEXT, rules=many(RULE))),
    originalUriBaseIds={"type": "object", "additionalProperties": ARTIFACT},
    columnKind={"type": "string", "enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=many(RESULT),
)
LOG = group(["version", "runs"], **{"$schema": TEXT}, version={"type": "string", "enum": ["2.1.0"]}, runs=many(RUN))
