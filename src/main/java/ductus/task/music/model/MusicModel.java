package ductus.task.music.model;

import ductus.model.ConditionedEncoding.Condition;
import ductus.model.Encoding;
import ductus.model.Merges;
import ductus.model.ModelFile;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.task.music.condition.Conditions;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.List;
import java.util.Optional;

/**
 * A model of music, ready to be used.
 *
 * @param name by which the user asked for it, without folders and ending
 * @param kind of music that it learned
 * @param file header and network
 * @param runs what it must not copy, where the index lies beside the model
 * @param sha256 of the model file, in hex
 * @param <T> the kind of piece
 */
public record MusicModel<T>(
    String name,
    MusicKind<T> kind,
    ModelFile<NetworkConfig, Network> file,
    Optional<TrainingNotes> runs,
    String sha256) {
  /** The keys in which this model learned its pieces. */
  public MusicTrainingConfig.Keys keys() {
    return MusicTrainingConfig.Keys.of(String.valueOf(file.header().training().keys()));
  }

  /** How pieces are drawn where nothing is asked for. */
  public MusicRequest.Guidance usual() {
    int novel = runs.isPresent() ? kind.usualNovelty() : 0;
    return new MusicRequest.Guidance(
        novel, 0, kind.usualBeam(), false, List.of(), null, null, null, kind.usualDrafts());
  }

  /** The conditions that new pieces can be asked for. */
  public Conditions conditions() {
    List<Condition> all = file.header().conditions();
    return all == null ? Conditions.NONE : new Conditions(all);
  }

  /**
   * Checks that a header asks for what this model can be asked for.
   *
   * @throws IllegalArgumentException if not; the message begins with what is wrong, such as {@code
   *     form}
   */
  public void requireFits(MusicRequest.Header header) {
    Integer bars = header.bars();
    if (bars != null && (bars < 1 || bars > kind.mostBars())) {
      throw new IllegalArgumentException(
          "bars must be 1 to %d but was %d".formatted(kind.mostBars(), bars));
    }
    if (header.form() != null && !kind.takesForm()) {
      throw foreign("form is for models of melodies and lead sheets");
    }
    if (header.cadences() != null && !kind.takesCadences()) {
      throw foreign("cadences is for models of voices");
    }
  }

  private IllegalArgumentException foreign(String use) {
    return new IllegalArgumentException(
        "%s, but %s is one of %s".formatted(use, name, kind.encoding().name()));
  }

  /**
   * The pairs of tokens that are tokens of their own.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  public Merges merges() {
    List<Integer> pairs = file.header().merges();
    return new Merges(kind.encoding().vocabularySize(), pairs == null ? List.of() : pairs);
  }

  /**
   * The encoding of pieces that are like this.
   *
   * @param values one for each condition
   */
  public Encoding<T> encoding(List<List<Integer>> values) {
    return conditions().encoding(merges().encoding(kind.encoding()), values);
  }

  /** The encoding of pieces, whatever they are like. */
  public Encoding<T> encoding() {
    return encoding(conditions().open());
  }
}
