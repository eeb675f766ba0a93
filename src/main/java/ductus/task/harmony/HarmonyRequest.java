package ductus.task.harmony;

/**
 * A request for a harmony: what is to be harmonized, and how.
 *
 * @param tune its file, absolute
 * @param tuneSha256 of the file, in hex
 * @param texture chords or voices
 * @param seed of what is drawn: voices; chords are not
 * @param program instrument of the tune, or of all voices, 0 to 127
 */
public record HarmonyRequest(
    String tune, String tuneSha256, HarmonizationKind texture, long seed, int program) {
  public HarmonyRequest {
    if (program < 0 || program > 127) {
      throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
    }
  }
}
