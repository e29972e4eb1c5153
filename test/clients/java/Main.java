/** Goes through the steps that are named as arguments, each printing lines that are the same on every run. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        for (String name : arguments) {
            switch (name) {
                case "records" -> Records.run();
                case "admin" -> Administration.run();
                case "classic" -> Groups.run("classic");
                case "consumer" -> Groups.run("consumer");
                case "migration" -> Migration.run();
                case "transactions" -> Transactions.run();
                case "streams" -> Streams.run();
                default -> throw new IllegalArgumentException(name);
            }
        }
    }
}
