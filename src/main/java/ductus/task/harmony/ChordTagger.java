package ductus.task.harmony;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.tune.BeatFeatures;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.tune.TuneBeats;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A finder of chords for tunes: of all rows of chords, the one that a network finds best, where the
 * chord is to change as often as people have it.
 */
public final class ChordTagger {
  private final TaggingNetwork network;
  private final Tape tape;

  /** A tagger by a network of chord classes. */
  public ChordTagger(TaggingNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /** The class of each beat's chord. */
  int[] classes(TuneBeats tune, HarmonyStyle style) {
    int[] none = new int[tune.beats().size()];
    Arrays.fill(none, TagSequence.NONE);
    return network.chain(
        new TagSequence(BeatFeatures.of(tune, style), none, BeatFeatures.PER_BEAT),
        reward(style),
        tape);
  }

  /** The chord of each beat. */
  public List<ChordSpan> chords(TuneBeats tune, HarmonyStyle style) {
    int[] classes = classes(tune, style);
    List<ChordSpan> spans = new ArrayList<>(classes.length);
    for (int t = 0; t < classes.length; t++) {
      Beat beat = tune.beats().get(t);
      spans.add(
          new ChordSpan(beat.start(), beat.end(), ChordClasses.chord(classes[t], tune.key()), 1));
    }
    return spans;
  }

  /** Computes −log probability of the tune's own chords together, in nats. */
  double nats(HarmonizedTune tune) {
    TagBatch batch = new TagBatch(List.of(tune.tags()));
    network.begin(batch, tape);
    return network.loss(batch, 1, tape);
  }

  /**
   * What each change of chord is worth, in nats: the most probable row of chords alone changes more
   * seldom than people do.
   */
  private static double reward(HarmonyStyle style) {
    return switch (style) {
      case FOLK -> 0.5;
      case CHORALE -> 0.75;
      case JAZZ, POP -> 1;
    };
  }
}
