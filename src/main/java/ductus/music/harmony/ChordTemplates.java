package ductus.music.harmony;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how well each chord explains the sounds of a beat: a note is drawn from the chord's notes
 * most of the time, in equal parts but for a heavier root, else from the others.
 */
final class ChordTemplates {
  /** The chord of each template: every root with every quality, and none. */
  static final List<ChordSymbol> CHORDS = chords();

  private static final double STRANGE_NOTES = 0.06;
  private static final double ROOT = 1.3;

  /** Number of independent notes that say as much as one that sounds for a beat. */
  private static final double EVIDENCE = 2.5;

  /** Weight of a silent beat for no chord, in nats: a pause of a bar or so ends the chord. */
  private static final double SILENCE = 0.7;

  /** Logs of how much rarer than triads some qualities are, and others, in nats. */
  private static final double RARE = 1.5;

  private static final double RARER = 2.5;

  private static final double[][] LOG_PROBABILITY = logProbabilities();

  private ChordTemplates() {}

  /** Returns the log likelihood of the sounds under each chord, in the order of {@link #CHORDS}. */
  static double[] logLikelihoods(BeatSound sound) {
    double[] logs = new double[CHORDS.size()];
    for (int chord = 0; chord < logs.length; chord++) {
      if (CHORDS.get(chord).isNone()) {
        logs[chord] = sound.isSilent() ? SILENCE : EVIDENCE * uniform(sound);
        continue;
      }
      double sum = 0;
      for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
        sum += sound.weight(pitchClass) * LOG_PROBABILITY[chord][pitchClass];
      }
      logs[chord] = EVIDENCE * sum;
    }
    return logs;
  }

  /** Returns the log prior of a change to a chord, not normalized. */
  static double logPrior(ChordSymbol chord) {
    return switch (chord.quality()) {
      case MAJOR, MINOR, SEVENTH -> 0;
      case MINOR_SEVENTH, MAJOR_SEVENTH, DIMINISHED, NONE -> -RARE;
      default -> -RARER;
    };
  }

  private static double uniform(BeatSound sound) {
    double sum = 0;
    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
      sum += sound.weight(pitchClass) * StrictMath.log(1.0 / 12);
    }
    return sum;
  }

  private static List<ChordSymbol> chords() {
    List<ChordSymbol> chords = new ArrayList<>();
    for (ChordQuality quality :
        List.of(
            ChordQuality.MAJOR,
            ChordQuality.MINOR,
            ChordQuality.SEVENTH,
            ChordQuality.MINOR_SEVENTH,
            ChordQuality.MAJOR_SEVENTH,
            ChordQuality.DIMINISHED,
            ChordQuality.DIMINISHED_SEVENTH,
            ChordQuality.HALF_DIMINISHED,
            ChordQuality.AUGMENTED,
            ChordQuality.SUSPENDED_FOURTH,
            ChordQuality.SIXTH,
            ChordQuality.MINOR_SIXTH)) {
      for (int root = 0; root < 12; root++) {
        chords.add(ChordSymbol.of(root, quality));
      }
    }
    chords.add(ChordSymbol.NONE);
    return List.copyOf(chords);
  }

  private static double[][] logProbabilities() {
    double[][] table = new double[CHORDS.size()][12];
    for (int i = 0; i < table.length; i++) {
      ChordSymbol chord = CHORDS.get(i);
      int tones = chord.quality().tones().size();
      for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
        double ofTone =
            (1 - STRANGE_NOTES)
                * (pitchClass == chord.root() ? ROOT : 1)
                / (ROOT + Math.max(1, tones) - 1);
        table[i][pitchClass] =
            StrictMath.log(chord.contains(pitchClass) ? ofTone : STRANGE_NOTES / (12 - tones));
      }
    }
    return table;
  }
}
