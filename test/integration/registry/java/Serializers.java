import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryEncoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentRegistryAvroDeserializationSchema;
import org.apache.flink.formats.avro.registry.confluent.ConfluentRegistryAvroSerializationSchema;

/**
 * Confluent's registry client for Java, and Flink's serializers on top of it, against a registry.
 *
 * <p>Usage: Serializers URL SCHEMAS write|register|read SUBJECT FILE VALUE, the last four as often as wanted. `write` and
 * `register` take a value in Avro's JSON encoding and print the record in base64: Flink's serializer registers the schema
 * with all that it names inside, `register` registers the file as it is, with its references. `read` is the way back.
 */
public final class Serializers {
    private static final SchemaReference CUSTOMER = new SchemaReference("acme.Customer", "customer", 1);
    private static final SchemaReference ORDER = new SchemaReference("acme.Order", "order", 1);
    private static final Map<String, List<SchemaReference>> REFERENCES =
            Map.of("order.avsc", List.of(CUSTOMER), "event.avsc", List.of(ORDER, CUSTOMER));

    private final String url;
    private final Path schemas;
    private final CachedSchemaRegistryClient client;

    private Serializers(String url, Path schemas) {
        this.url = url;
        this.schemas = schemas;
        this.client = new CachedSchemaRegistryClient(url, 100, List.of(new AvroSchemaProvider()), Map.of());
    }

    public static void main(String[] arguments) throws Exception {
        Serializers serializers = new Serializers(arguments[0], Path.of(arguments[1]));
        for (int at = 2; at < arguments.length; at += 4) {
            String[] one = Arrays.copyOfRange(arguments, at, at + 4);
            System.out.println(serializers.run(one[0], one[1], serializers.parse(one[2]), one[3]));
        }
    }

    private String run(String mode, String subject, AvroSchema schema, String value) throws Exception {
        return switch (mode) {
            case "write" -> base64(write(subject, schema, value));
            case "register" -> base64(register(subject, schema, value));
            case "read" -> read(schema, Base64.getDecoder().decode(value));
            default -> throw new IllegalArgumentException(mode);
        };
    }

    /** A file's schema; the client looks its references up in the registry. */
    private AvroSchema parse(String file) throws IOException {
        String text = Files.readString(schemas.resolve(file));
        return (AvroSchema) client.parseSchema("AVRO", text, REFERENCES.get(file)).orElseThrow();
    }

    private byte[] write(String subject, AvroSchema schema, String json) throws IOException {
        Schema raw = schema.rawSchema();
        return ConfluentRegistryAvroSerializationSchema.forGeneric(subject, raw, url).serialize(fromJson(raw, json));
    }

    private byte[] register(String subject, AvroSchema schema, String json) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(client.register(subject, schema)).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        Schema raw = schema.rawSchema();
        new GenericDatumWriter<GenericRecord>(raw).write(fromJson(raw, json), encoder);
        return bytes.toByteArray();
    }

    private String read(AvroSchema schema, byte[] record) throws IOException {
        Schema raw = schema.rawSchema();
        GenericRecord read = ConfluentRegistryAvroDeserializationSchema.forGeneric(raw, url).deserialize(record);
        return schema.toJson(read).toString();
    }

    private static GenericRecord fromJson(Schema schema, String json) throws IOException {
        return new GenericDatumReader<GenericRecord>(schema).read(null, DecoderFactory.get().jsonDecoder(schema, json));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
