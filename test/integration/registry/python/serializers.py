"""Confluent's own serializers against a registry: `write` prints what they write, `read` prints what they read.

usage: serializers.py URL SCHEMAS write|read
       serializers.py URL SCHEMAS protoc FILE…
Bytes go in and out as base64, values as JSON, one map by the name of the case.
"""

import base64
import datetime
import decimal
import json
import os
import sys
import tempfile

from confluent_kafka.schema_registry import Schema, SchemaReference, SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.schema_registry.json_schema import JSONDeserializer, JSONSerializer
from confluent_kafka.schema_registry.protobuf import ProtobufDeserializer, ProtobufSerializer
from confluent_kafka.serialization import MessageField, SerializationContext
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from grpc_tools import protoc

URL, SCHEMAS, MODE = sys.argv[1:4]
client = SchemaRegistryClient({"url": URL})


def text(name):
    with open(os.path.join(SCHEMAS, name)) as file:
        return file.read()


def context(topic):
    return SerializationContext(topic, MessageField.VALUE)


def descriptors(*names):
    """What protoc makes of .proto files, with all that they import."""
    with tempfile.NamedTemporaryFile() as out:
        include = os.path.join(os.path.dirname(protoc.__file__), "_proto")
        args = ["protoc", f"-I{SCHEMAS}", f"-I{include}", "--include_imports", f"--descriptor_set_out={out.name}", *names]
        if protoc.main(args) != 0:
            raise SystemExit("protoc failed")
        return descriptor_pb2.FileDescriptorSet.FromString(out.read())


def message_class(name, file):
    pool = descriptor_pool.Default()
    for proto in descriptors(file).file:
        try:
            pool.FindFileByName(proto.name)
        except KeyError:
            pool.Add(proto)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(name))


def avro_schema():
    return Schema(text("order.avsc"), "AVRO", [SchemaReference("acme.Customer", "customer", 1)])


def newer_avro():
    newer = json.loads(text("order.avsc"))
    newer["fields"] = [field for field in newer["fields"] if field["name"] != "stock"]
    newer["fields"].append({"name": "channel", "type": "string", "default": "web"})
    return Schema(json.dumps(newer), "AVRO", [SchemaReference("acme.Customer", "customer", 1)])


def json_schema():
    return Schema(text("user.json"), "JSON", [SchemaReference("address.json", "address", 1)])


ORDER = {
    "id": 9007199254740993,
    "customer": {"name": "Zoë", "plan": "PAID"},
    "note": None,
    "total": decimal.Decimal("1234567890123.45"),
    "placedAt": datetime.datetime(2022, 5, 8, 12, 29, 59, 698000, tzinfo=datetime.timezone.utc),
    "day": datetime.date(2022, 5, 8),
    "stock": {"a": 1, "b": 9223372036854775807},
    "ratio": 0.5,
    "tree": {"value": 1, "children": [{"value": "x", "children": []}]},
}

SALE = {
    "id": "9007199254740993",
    "status": "PAID",
    "lines": [{"sku": "ü", "quantity": -1, "bundle": [{"sku": "y", "quantity": 2}]}],
    "stock": {"a": "9223372036854775807"},
    "cash": {"currency": "CHF", "units": "5"},
    "discount": 0,
    "placedAt": "2022-05-08T12:29:59.698Z",
    "maybe": "7",
    "extra": {"a": [1, None]},
    "raw": "AP8=",
    "ratio": 0.1,
    "marks": ["18446744073709551615"],
    "took": "1.500s",
}

USER = {"id": 9007199254740993, "address": {"city": "Zürich"}}


def write():
    sale_class = message_class("acme.Sale", "acme/shop.proto")
    sale = json_format.ParseDict(SALE, sale_class())
    envelope = message_class("acme.Envelope", "acme/shop.proto")(id="e")
    to_dict = lambda value, _: value
    return {
        "avro": AvroSerializer(client, avro_schema(), to_dict)(ORDER, context("orders")),
        "protobuf": ProtobufSerializer(sale_class, client)(sale, context("sales")),
        "protobuf-first": ProtobufSerializer(type(envelope), client)(envelope, context("envelopes")),
        "json": JSONSerializer(json_schema(), client, to_dict)(USER, context("users")),
    }


def read(written):
    sale_class = message_class("acme.Sale", "acme/shop.proto")
    from_dict = lambda value, _: value
    sale = ProtobufDeserializer(sale_class, schema_registry_client=client)(written["protobuf"], context("sales"))
    return {
        "avro": AvroDeserializer(client, None, from_dict)(written["avro"], context("orders")),
        "avro-newer": AvroDeserializer(client, newer_avro(), from_dict)(written["avro"], context("orders")),
        "protobuf": json_format.MessageToDict(sale, preserving_proto_field_name=True),
        "json": JSONDeserializer(json_schema(), from_dict, client)(written["json"], context("users")),
    }


def shown(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    return str(value)


if MODE == "write":
    print(json.dumps({name: base64.b64encode(written).decode() for name, written in write().items()}))
elif MODE == "read":
    given = {name: base64.b64decode(one) for name, one in json.load(sys.stdin).items()}
    print(json.dumps(read(given), default=shown))
else:
    print(json.dumps({file.name: base64.b64encode(file.SerializeToString()).decode() for file in descriptors(*sys.argv[4:]).file}))
