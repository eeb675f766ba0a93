package ductus.task.harmony;

import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.tune.BeatFeatures;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.voices.VoiceFeatures;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of harmony: what a tune is harmonized with. */
public enum HarmonizationKind {
  /** A chord a beat. */
  CHORDS(
      TaggingNetwork.CHORDS,
      BeatFeatures.VERSION,
      "harmony",
      "beat",
      BeatFeatures.TABLE_ROWS,
      BeatFeatures.PER_BEAT,
      ChordClasses.COUNT),

  /** Soprano, alto, tenor and bass. */
  SATB(
      TaggingNetwork.VOICES,
      VoiceFeatures.VERSION,
      "choir",
      "note",
      VoiceFeatures.TABLE_ROWS,
      VoiceFeatures.PER_BEAT,
      VoiceFeatures.LABELS);

  private final String encoding;
  private final int version;
  private final String shipped;
  private final String target;
  private final int tableRows;
  private final int perStep;
  private final int labels;

  HarmonizationKind(
      String encoding,
      int version,
      String shipped,
      String target,
      int tableRows,
      int perStep,
      int labels) {
    this.encoding = encoding;
    this.version = version;
    this.shipped = shipped;
    this.target = target;
    this.tableRows = tableRows;
    this.perStep = perStep;
    this.labels = labels;
  }

  /** The kind that networks of an encoding tell, if it is one of harmony. */
  public static Optional<HarmonizationKind> of(String encoding) {
    return Arrays.stream(values()).filter(each -> each.encoding.equals(encoding)).findFirst();
  }

  /** Name by which model files know it. */
  public String encoding() {
    return encoding;
  }

  /** Version of the features. */
  public int version() {
    return version;
  }

  /** Name of the model that ships. */
  public String shipped() {
    return shipped;
  }

  /** Name of what a loss is of. */
  public String target() {
    return target;
  }

  /** Whether a network has the rows and labels of this program. */
  boolean fits(TaggingConfig network) {
    return network.tableRows() == tableRows
        && network.perStep() == perStep
        && network.labels() == labels
        && network.isChain() == isChain();
  }

  /** Chords hang together; voices are told note by note. */
  private boolean isChain() {
    return this == CHORDS;
  }

  /** The shape of a network of these sizes. */
  TaggingConfig network(int embeddingSize, int layers, int hiddenSize, double dropout) {
    TaggingConfig shape =
        new TaggingConfig(tableRows, perStep, labels, embeddingSize, layers, hiddenSize, dropout);
    return isChain() ? shape.asChain() : shape;
  }
}
