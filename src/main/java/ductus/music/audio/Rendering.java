package ductus.music.audio;

/**
 * The result of rendering a score.
 *
 * @param seconds length of the sound
 * @param soundBank name of the bank that it was played with; of a SoundFont the file and its
 *     SHA-256
 */
public record Rendering(double seconds, String soundBank) {
  /**
   * Whether a bank gives the same bytes on another machine: the one that the JDK makes up where
   * there is none does not.
   */
  public static boolean isReproducible(String soundBank) {
    return SoundBank.isSoundFont(soundBank) || !soundBank.startsWith("Emergency");
  }
}
