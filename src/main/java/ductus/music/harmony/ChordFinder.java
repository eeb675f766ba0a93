package ductus.music.harmony;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the chords of a score: as its texts name them, or as its notes sound.
 *
 * <p>What sounds is matched with templates of twelve kinds of chord on each root; a hidden Markov
 * model, whose chords rather change on bar lines than between, chooses the most probable row of
 * chords (Viterbi) and tells how probable each is in the light of all the others (forward and
 * backward). A chord note other than the root that stays lowest makes a slash chord.
 */
public final class ChordFinder {
  /** Part of a beat from which on its lowest note is the one that a chord stands on. */
  private static final double BASS_SHARE = 0.6;

  private ChordFinder() {}

  /**
   * Reads the chords of a score's symbols, each from its own moment until the next; of several at
   * one moment the last.
   */
  public static List<ChordSpan> symbols(Score score) {
    List<ChordSpan> spans = new ArrayList<>();
    long end = Long.MAX_VALUE;
    for (int i = score.texts().size() - 1; i >= 0; i--) {
      TextEvent text = score.texts().get(i);
      Optional<ChordSymbol> chord = symbol(text);
      end = Math.min(end, Math.max(score.length(), text.tick() + 1));
      if (chord.isPresent() && text.tick() < end) {
        spans.add(new ChordSpan(text.tick(), end, chord.get(), 1));
        end = text.tick();
      }
    }
    Collections.reverse(spans);
    return spans;
  }

  /** Whether more than one note ever sounds at a time, so that chords can be heard. */
  public static boolean hasHarmony(Score score) {
    long end = 0;
    for (Note note : score.notes()) {
      if (!note.isDrum()) {
        if (note.onset() * 8 + score.ticksPerQuarter() < end * 8) {
          return true;
        }
        end = Math.max(end, note.end());
      }
    }
    return false;
  }

  /**
   * Reads the chord of each beat as the score's chord symbols say it; none if it has no symbols.
   */
  public static List<ChordSpan> written(Score score) {
    List<TextEvent> symbols = new ArrayList<>();
    List<ChordSymbol> chords = new ArrayList<>();
    for (TextEvent text : score.texts()) {
      symbol(text)
          .ifPresent(
              chord -> {
                symbols.add(text);
                chords.add(chord);
              });
    }
    List<ChordSpan> spans = new ArrayList<>();
    if (symbols.isEmpty()) {
      return spans;
    }
    int next = 0;
    ChordSymbol chord = ChordSymbol.NONE;
    for (Beat beat : beats(score)) {
      // a symbol within a beat counts from the next one on, unless this one had none of its own
      long latest = (beat.start() + beat.end()) / 2;
      while (next < symbols.size() && symbols.get(next).tick() < latest) {
        chord = chords.get(next++);
      }
      spans.add(new ChordSpan(beat.start(), beat.end(), chord, 1));
    }
    return spans;
  }

  /** Finds the chord of each beat as the notes sound, whatever the texts say. */
  public static List<ChordSpan> hear(Score score) {
    List<Beat> beats = beats(score);
    List<BeatSound> sounds =
        BeatSound.of(beats, score.notes().stream().filter(note -> !note.isDrum()).toList());
    ChordPath path = new ChordPath(beats, sounds);
    int[] best = path.mostProbable();
    List<ChordSpan> spans = new ArrayList<>(beats.size());
    for (int i = 0; i < best.length; i++) {
      Beat beat = beats.get(i);
      ChordSymbol chord = over(ChordTemplates.CHORDS.get(best[i]), sounds.get(i));
      spans.add(new ChordSpan(beat.start(), beat.end(), chord, path.probability(i, best[i])));
    }
    return spans;
  }

  /** Joins spans that follow one another with the same chord, with their mean probability. */
  public static List<ChordSpan> joined(List<ChordSpan> spans) {
    List<ChordSpan> joined = new ArrayList<>();
    for (ChordSpan span : spans) {
      int last = joined.size() - 1;
      if (last >= 0
          && joined.get(last).chord().equals(span.chord())
          && joined.get(last).end() == span.onset()) {
        ChordSpan before = joined.get(last);
        double length = (double) span.end() - before.onset();
        double probability =
            before.probability() * (before.end() - before.onset()) / length
                + span.probability() * (span.end() - span.onset()) / length;
        joined.set(
            last,
            new ChordSpan(before.onset(), span.end(), span.chord(), Math.min(1, probability)));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static Optional<ChordSymbol> symbol(TextEvent text) {
    if (text.kind() != TextEvent.Kind.TEXT) {
      return Optional.empty();
    }
    try {
      return Optional.of(ChordSymbol.parse(text.text()));
    } catch (IllegalArgumentException notAChord) {
      return Optional.empty();
    }
  }

  private static List<Beat> beats(Score score) {
    long length = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    List<Bar> bars =
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), length, Bar.MOST_OF_PIECE);
    return Beat.of(bars, score.ticksPerQuarter());
  }

  private static ChordSymbol over(ChordSymbol chord, BeatSound sound) {
    if (chord.isNone()) {
      return chord;
    }
    for (int pitchClass : chord.pitchClasses()) {
      if (pitchClass != chord.root() && sound.bass(pitchClass) >= BASS_SHARE) {
        return new ChordSymbol(chord.root(), chord.quality(), pitchClass);
      }
    }
    return chord;
  }
}
