package ductus.task.translation.german.verb;

import java.util.List;

/**
 * The forms of an English verb.
 *
 * @param base as in to write
 * @param third as in he writes
 * @param past as in he wrote
 * @param participle as in he has written
 * @param progressive as in he is writing
 * @param particle a word that goes with all of these, or empty
 */
public record EnglishVerb(
    String base,
    String third,
    String past,
    String participle,
    String progressive,
    String particle) {
  private static final String VOWELS = "aeiou";

  /** To be, the only verb that asks and negates without to do. */
  public static final EnglishVerb BE = new EnglishVerb("be", "is", "was", "been", "being", "");

  /** The verb of its base with a particle perhaps, past and participle. */
  static EnglishVerb of(String forms) {
    List<String> words = List.of(forms.split(" ", -1));
    String base = words.get(0);
    return new EnglishVerb(
        base,
        third(base),
        words.get(words.size() - 2),
        words.get(words.size() - 1),
        progressive(base),
        String.join(" ", words.subList(1, words.size() - 2)));
  }

  public boolean isBe() {
    return equals(BE);
  }

  /** Whether an object that is a pronoun goes before the particle: pick me up. */
  public boolean partsForPronouns() {
    return particle.equals("up") || particle.equals("on") || particle.equals("off");
  }

  private static String third(String base) {
    if (base.equals("have")) {
      return "has";
    }
    int before = base.length() - 2;
    if (base.endsWith("y") && VOWELS.indexOf(base.charAt(before)) < 0) {
      return base.substring(0, before + 1) + "ies";
    }
    return base.matches(".*(s|sh|ch|x|o)") ? base + "es" : base + "s";
  }

  private static String progressive(String base) {
    if (base.endsWith("ie")) {
      return base.substring(0, base.length() - 2) + "ying";
    }
    if (base.endsWith("e") && !base.endsWith("ee")) {
      return base.substring(0, base.length() - 1) + "ing";
    }
    boolean doubled = base.matches("[^aeiou]*[aeiou][^aeiouwxy]") || base.matches("(forget|begin)");
    return base + (doubled ? base.substring(base.length() - 1) : "") + "ing";
  }
}
