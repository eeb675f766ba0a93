package ductus.task.tagging;

import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.classification.Classification;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.nn.Tape;
import ductus.text.word.WordNetworkConfig;
import ductus.text.word.WordRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Tags the words of sentences with a network. */
public final class WordTagger {
  /** Name of the encoding in model files. */
  public static final String ENCODING = "word-tags";

  /** Name of the network that ships. */
  public static final String SHIPPED = "tags";

  private static final int TOGETHER = 32;

  private final TaggingNetwork network;
  private final List<String> labels;
  private final WordRows rows;
  private final Tape tape;

  /** Creates a tagger with an opened model. */
  public WordTagger(
      ModelFile<WordNetworkConfig, TaggingNetwork> model, Kernels kernels, Workers workers) {
    network = model.network();
    labels = model.header().network().labels();
    rows = new WordRows(model.header().network().vocabulary());
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath the shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, List.of(SHIPPED));
  }

  /** Opens a model that was found. */
  public static ModelFile<WordNetworkConfig, TaggingNetwork> open(FoundModel found)
      throws BadFileException {
    return WordNetworkConfig.open(found, ENCODING);
  }

  /** Whether a word is one that it learned. */
  public boolean knows(String word) {
    return rows.known(List.of(word)) == 1;
  }

  /**
   * Tags sentences; each as if it were alone.
   *
   * @param sentences of one word or more each
   * @return of each, what is said of each word
   */
  public List<List<Classification>> tag(List<List<String>> sentences) {
    List<List<Classification>> all = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += TOGETHER) {
      all.addAll(together(sentences.subList(from, Math.min(from + TOGETHER, sentences.size()))));
    }
    return all;
  }

  private List<List<Classification>> together(List<List<String>> sentences) {
    TagBatch batch = new TagBatch(sentences.stream().map(this::unlabelled).toList());
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    List<List<Classification>> all = new ArrayList<>();
    for (int b = 0; b < sentences.size(); b++) {
      List<Classification> said = new ArrayList<>();
      for (int t = 0; t < sentences.get(b).size(); t++) {
        said.add(Classification.of(labels, logits, t * sentences.size() + b));
      }
      all.add(said);
    }
    return all;
  }

  private TagSequence unlabelled(List<String> words) {
    int[] none = new int[words.size()];
    Arrays.fill(none, TagSequence.NONE);
    return new TagSequence(rows.of(words), none, WordRows.PER_WORD);
  }
}
