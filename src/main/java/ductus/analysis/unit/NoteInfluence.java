package ductus.analysis.unit;

import ductus.generate.SequenceScorer;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.model.SequenceDraft;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each note of a tune weighs on the bars that follow: by how many nats a bar would
 * surprise more, had the note been left out and the one before it held on (saliency by occlusion,
 * after Zeiler and Fergus 2014).
 *
 * @param notes for each note, the nats of each bar [notes × bars]; NaN up to the bar that it is in
 */
public record NoteInfluence(List<List<Double>> notes) {
  public NoteInfluence {
    notes = notes.stream().map(List::copyOf).toList();
  }

  /**
   * The influences of all notes of a melody but the first.
   *
   * @param melody in the key that the network learned in
   * @param encoding that the network learned with
   */
  public static NoteInfluence of(Melody melody, Encoding<Melody> encoding, SequenceScorer scorer) {
    int[] tokens = encoding.tokens(melody);
    List<Integer> lines = new ArrayList<>(MelodyEncoding.barLines(tokens));
    List<Sequence> sequences = new ArrayList<>();
    sequences.add(SequenceDraft.of(tokens, encoding));
    for (int i = 1; i < melody.notes().size(); i++) {
      // By the same plan: what the note meant to it would hide what it means to the bars.
      int[] changed = encoding.tokens(without(melody, i));
      int[] planned = tokens.clone();
      int count = tokens.length - lines.get(0);
      System.arraycopy(changed, changed.length - count, planned, lines.get(0), count);
      sequences.add(SequenceDraft.of(planned, encoding));
    }
    int[] stepOfToken = steps(tokens);
    List<double[]> nats = scorer.nats(sequences);
    List<List<Double>> all = new ArrayList<>();
    for (int i = 1; i < melody.notes().size(); i++) {
      int onset = melody.notes().get(i).onset();
      double[] missing = nats.get(i);
      List<Double> bars = new ArrayList<>();
      for (int bar = 0; bar + 1 < lines.size(); bar++) {
        int from = lines.get(bar);
        int to = lines.get(bar + 1);
        double sum = IntStream.range(from, to).mapToDouble(t -> missing[t] - nats.get(0)[t]).sum();
        bars.add(stepOfToken[from] > onset ? sum : Double.NaN);
      }
      all.add(bars);
    }
    return new NoteInfluence(all);
  }

  private static Melody without(Melody melody, int index) {
    List<MelodyNote> notes = new ArrayList<>(melody.notes());
    MelodyNote gone = notes.remove(index);
    MelodyNote before = notes.get(index - 1);
    int end = gone.onset() + gone.length();
    notes.set(index - 1, new MelodyNote(before.onset(), end - before.onset(), before.pitch()));
    return new Melody(
        melody.stepsPerQuarter(),
        melody.steps(),
        melody.timeSignatures(),
        melody.key(),
        melody.quartersPerMinute(),
        notes);
  }

  /** The grid step at which each token stands. */
  private static int[] steps(int[] tokens) {
    int[] steps = new int[tokens.length];
    int step = 0;
    for (int t = 0; t < tokens.length; t++) {
      steps[t] = step;
      step += MelodyVocabulary.takesTime(tokens[t]) ? 1 : 0;
    }
    return steps;
  }
}
