package ductus.music.song;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.leadsheet.Leadsheet;
import java.util.ArrayList;
import java.util.List;

/**
 * A tune with its chords and a piano's accompaniment.
 *
 * @param leadsheet tune and chords, on a grid of sixteenths; the tune may have no notes
 * @param piano strokes by step, within the tune's bars, no two at a step
 */
public record Song(Leadsheet leadsheet, List<PianoStroke> piano) {
  /** Grid steps a quarter note. */
  public static final int STEPS_PER_QUARTER = 4;

  public Song {
    piano = List.copyOf(piano);
    if (leadsheet.melody().stepsPerQuarter() != STEPS_PER_QUARTER) {
      throw new IllegalArgumentException(
          "a song must be on a grid of %d steps a quarter but was on one of %d"
              .formatted(STEPS_PER_QUARTER, leadsheet.melody().stepsPerQuarter()));
    }
    int before = -1;
    for (PianoStroke stroke : piano) {
      if (stroke.step() <= before || stroke.step() >= leadsheet.melody().steps()) {
        throw new IllegalArgumentException(
            "strokes must be in order and within %d steps but one is at %d"
                .formatted(leadsheet.melody().steps(), stroke.step()));
      }
      before = stroke.step();
    }
  }

  /** The bars of the song, in sixteenths. */
  public List<Bar> bars() {
    return leadsheet.melody().bars();
  }

  /** Length in sixteenths. */
  public int steps() {
    return leadsheet.melody().steps();
  }

  /** Returns this song without its accompaniment. */
  public Song withoutPiano() {
    return new Song(leadsheet, List.of());
  }

  /** Returns this song without the notes of its tune. */
  public Song withoutTune() {
    Melody tune = leadsheet.melody();
    return new Song(
        new Leadsheet(
            new Melody(
                tune.stepsPerQuarter(),
                tune.steps(),
                tune.timeSignatures(),
                tune.key(),
                tune.quartersPerMinute(),
                List.of()),
            leadsheet.chords()),
        piano);
  }

  /** Returns this song in another tempo. */
  public Song withTempo(double quarters) {
    return new Song(leadsheet.withTempo(quarters), piano);
  }

  /**
   * Returns this song so many semitones higher, in the key that it then has; keys that a piano does
   * not have are struck an octave nearer.
   */
  public Song transpose(int semitones) {
    List<PianoStroke> moved = new ArrayList<>(piano.size());
    for (PianoStroke stroke : piano) {
      moved.add(
          new PianoStroke(
              stroke.step(),
              stroke.level(),
              stroke.keys().stream()
                  .map(
                      key -> new PianoStroke.PianoKey(onPiano(key.pitch() + semitones), key.hold()))
                  .collect(SongParts.ascending())));
    }
    return new Song(leadsheet.following(leadsheet.melody().transpose(semitones)), moved);
  }

  private static int onPiano(int pitch) {
    return pitch < PianoStroke.LOWEST_PITCH
        ? pitch + 12
        : pitch > PianoStroke.HIGHEST_PITCH ? pitch - 12 : pitch;
  }
}
