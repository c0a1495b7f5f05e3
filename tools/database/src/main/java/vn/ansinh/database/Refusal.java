package vn.ansinh.database;

/** What cannot be done, in Vietnamese and English, with the way out. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String vietnamese, String english) {
        super(vietnamese + " / " + english);
    }
}
