package vn.ansinh.entitlement.internal.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a word can be Vietnamese: an onset, a rhyme and at most one tone, in one letter case. It
 * tells text in Unicode from text in an older encoding, in which almost no word is a syllable.
 */
final class Syllables {

    private static final Pattern WORD =
            Pattern.compile(
                    "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy].*)");

    /** Rhymes without tone. */
    private static final Set<String> RHYMES =
            Set.copyOf(
                    List.of(
                            ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât"
                                            + " âu ây e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i"
                                            + " ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa"
                                            + " oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn"
                                            + " oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc"
                                            + " ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc"
                                            + " uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy"
                                            + " uya uych uyên uyêt uynh uyt uyn uyu ư ưa ưc ưi ưm ưn ưng ươc"
                                            + " ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh"
                                            + " ăo uai uang uanh uan uat uao uay uăng uăn uăc uăt uac uach ue"
                                            + " uen ueo uet uich uit ây êc iêu ơng oăt yt êng âng")
                                    .split(" ")));

    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0309\u0303\u0323]");
    private static final Pattern ONE_CASE =
            Pattern.compile("\\p{Lu}?[\\p{Ll}]*|\\p{Lu}+|\\p{Lu}\\p{Ll}*");

    private Syllables() {}

    /** Whether the word, composed, can be a Vietnamese syllable. */
    static boolean valid(String word) {
        if (!ONE_CASE.matcher(word).matches()) {
            return false;
        }
        StringBuilder plain = new StringBuilder();
        int tones = 0;
        for (char c :
                Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .toCharArray()) {
            if (TONES.matcher(String.valueOf(c)).matches()) {
                tones++;
            } else {
                plain.append(c);
            }
        }
        Matcher matcher = WORD.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC));
        if (tones > 1 || !matcher.matches()) {
            return false;
        }
        String onset = matcher.group(1) == null ? "" : matcher.group(1);
        String rhyme = matcher.group(2);
        // «gì», «giếng», «quý»: the i or u belongs to both.
        return RHYMES.contains(rhyme)
                || onset.equals("gi") && RHYMES.contains("i" + rhyme)
                || onset.equals("qu") && RHYMES.contains("u" + rhyme);
    }
}
