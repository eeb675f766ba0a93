package ductus.music.performance;

import ductus.music.performance.Performance.PedalStep;
import java.util.ArrayList;
import java.util.List;

/** Other forms of a performance, to learn more from: parts, transposed, stretched, louder. */
public final class PerformanceForms {
  /** Semitones by which the twelve forms are higher. */
  private static final int[] TRANSPOSITIONS = {0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6};

  /** Factors of the times of the forms, within 5 % (Oore et al. 2018). */
  private static final double[] STRETCHES = {1, 0.95, 1.05, 0.975, 1.025};

  /** Steps of velocity by which the forms are louder. */
  private static final int[] ACCENTS = {0, 1, -1, 2, -2, 0, 1};

  private PerformanceForms() {}

  /**
   * Returns a dozen forms, itself first: each in another key, most at another speed and loudness.
   * Those that leave the keys are left out.
   */
  public static List<Performance> of(Performance performance) {
    List<Performance> forms = new ArrayList<>();
    for (int i = 0; i < TRANSPOSITIONS.length; i++) {
      int semitones = TRANSPOSITIONS[i];
      if (performance.notes().stream()
          .allMatch(note -> note.pitch() + semitones >= 0 && note.pitch() + semitones <= 127)) {
        forms.add(
            changed(
                performance,
                semitones,
                STRETCHES[i % STRETCHES.length],
                ACCENTS[i % ACCENTS.length]));
      }
    }
    return forms;
  }

  /**
   * Returns a performance higher, slower and louder.
   *
   * @param semitones that it is higher
   * @param stretch factor of all times, above 0
   * @param accent steps of velocity that it is louder, as far as they go
   */
  public static Performance changed(
      Performance performance, int semitones, double stretch, int accent) {
    List<PerformedNote> notes = new ArrayList<>(performance.notes().size());
    for (PerformedNote note : performance.notes()) {
      int onset = (int) Math.round(note.onset() * stretch);
      int end = Math.max(onset + 1, (int) Math.round(note.end() * stretch));
      int velocity = Math.max(0, Math.min(Performance.VELOCITIES - 1, note.velocity() + accent));
      notes.add(new PerformedNote(onset, end - onset, note.pitch() + semitones, velocity));
    }
    List<PedalStep> pedals =
        performance.pedals().stream()
            .map(pedal -> new PedalStep((int) Math.round(pedal.step() * stretch), pedal.down()))
            .toList();
    return new Performance(Playable.notes(notes), Playable.pedals(pedals));
  }

  /**
   * Cuts a performance into parts of one length to twice that; each ends at the longest wait
   * between two onsets. Silence before the first note is left out, and what sounds on at the end of
   * a part ends there.
   *
   * @param shortest steps
   */
  public static List<Performance> parts(Performance performance, int shortest) {
    List<Performance> parts = new ArrayList<>();
    List<PerformedNote> notes = performance.notes();
    for (int first = 0; first < notes.size(); ) {
      int next = nextPart(notes, first, shortest);
      int to = next < notes.size() ? notes.get(next).onset() : Integer.MAX_VALUE;
      parts.add(part(performance, notes.get(first).onset(), to));
      first = next;
    }
    return parts;
  }

  /**
   * Index of the note with which the part behind another begins; the number of notes if there is
   * none.
   */
  private static int nextPart(List<PerformedNote> notes, int first, int shortest) {
    long from = notes.get(first).onset() + (long) shortest;
    long to = from + shortest;
    if (notes.get(notes.size() - 1).onset() < to) {
      return notes.size();
    }
    int best = notes.size();
    int longestWait = 0;
    for (int i = first + 1; i < notes.size(); i++) {
      int wait = notes.get(i).onset() - notes.get(i - 1).onset();
      boolean within = notes.get(i).onset() >= from;
      if (within && notes.get(i - 1).onset() >= to) {
        break;
      }
      if (within && wait > longestWait) {
        best = i;
        longestWait = wait;
      }
    }
    return best;
  }

  /**
   * Returns the part of a performance that begins in a stretch of time; it becomes the start.
   *
   * @param from first step
   * @param to step behind the last
   */
  public static Performance part(Performance performance, int from, int to) {
    List<PerformedNote> notes = new ArrayList<>();
    for (PerformedNote note : performance.notes()) {
      if (note.onset() >= from && note.onset() < to) {
        int duration = Math.min(note.end(), to) - note.onset();
        notes.add(new PerformedNote(note.onset() - from, duration, note.pitch(), note.velocity()));
      }
    }
    List<PedalStep> pedals = new ArrayList<>();
    for (PedalStep pedal : performance.pedals()) {
      if (pedal.step() < to) {
        pedals.add(new PedalStep(Math.max(0, pedal.step() - from), pedal.down()));
      }
    }
    return new Performance(notes, Playable.pedals(pedals));
  }
}
