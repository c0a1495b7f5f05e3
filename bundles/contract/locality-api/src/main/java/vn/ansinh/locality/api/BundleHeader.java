package vn.ansinh.locality.api;

/**
 * The manifest header by which a jar says that it is a law or locality bundle: {@code
 * Ansinh-Bundle: locality; code=hung-dao; parent=ha-noi; class=vn.ansinh.locality.hungdao.HungDao}
 * or {@code law; code=ha-noi; parent=vietnam; class=…}. The parent is the law it stands on, as in
 * {@link LawLayer#parent()}, said here so that it is known before any code of the jar runs; only
 * the State's law has none. The class is public, has a public constructor without arguments and
 * implements {@link Locality} or {@link LawLayer}. Read by the platform when the jar is offered and
 * by the kit; a jar without it is no business of ours and is left alone.
 */
public final class BundleHeader {

    /** Name of the manifest header. */
    public static final String NAME = "Ansinh-Bundle";

    /** First element of the header of a bundle that contributes a {@link Locality}. */
    public static final String KIND_LOCALITY = "locality";

    /** First element of the header of a bundle that contributes a {@link LawLayer}. */
    public static final String KIND_LAW = "law";

    /** Folder in the jar that holds the golden cases, one CSV file or more. */
    public static final String GOLDEN_FOLDER = "golden/";

    private BundleHeader() {}
}
