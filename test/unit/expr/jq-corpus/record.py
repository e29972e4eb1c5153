"""Records what jq itself gives for every program of programs.json, and writes the file anew.

    pip install jq && python3 test/unit/expr/jq-corpus/record.py && npm run format

The package is the C library of jq; its version must be the one of package.json (jq-wasm). To add a program, add
{"program": "..."} under an input and run this.
"""

import json
import pathlib

import jq

FILE = pathlib.Path(__file__).with_name("programs.json")


def record(program: str, text: str) -> dict:
    try:
        jq.compile(program)
        compiled = jq.compile(f"({program}\n\n) | tojson")
    except ValueError:
        return {"program": program, "refused": True}
    outputs = []
    try:
        for output in compiled.input_text(text):
            outputs.append(output)
    except ValueError as error:
        return {"program": program, "outputs": outputs, "error": str(error)}
    return {"program": program, "outputs": outputs}


groups = json.loads(FILE.read_text())
for group in groups:
    group["cases"] = [record(case["program"], group["input"]) for case in group["cases"]]
FILE.write_text(json.dumps(groups, ensure_ascii=False, indent=2) + "\n")
