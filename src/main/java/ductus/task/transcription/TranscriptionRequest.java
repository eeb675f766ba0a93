package ductus.task.transcription;

/**
 * A request for notes: which sound is to be written down, and how.
 *
 * @param sound its WAV file, absolute
 * @param soundSha256 of the file, in hex
 * @param threshold probability from which on a beginning counts, above 0 and below 1
 * @param program instrument of the score, 0 to 127
 */
public record TranscriptionRequest(
    String sound, String soundSha256, double threshold, int program) {
  public TranscriptionRequest {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold must be above 0 and below 1 but was " + threshold);
    }
    if (program < 0 || program > 127) {
      throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
    }
  }
}
