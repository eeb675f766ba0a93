package ductus.music.engraving.reading;

/**
 * From where to where a note is written.
 *
 * @param onset tick
 * @param end tick above the onset
 */
public record WrittenTime(long onset, long end) {
  public WrittenTime {
    if (end <= onset) {
      throw new IllegalArgumentException(
          "a note must end after its onset but was %d to %d".formatted(onset, end));
    }
  }

  WrittenTime until(long other) {
    return new WrittenTime(onset, other);
  }
}
