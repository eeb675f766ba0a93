package ductus.task.speech;

import ductus.file.BadFileException;
import ductus.generate.ctc.Emissions;
import ductus.generate.ctc.PrefixBeam;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.reading.LineBatch;
import ductus.model.speech.SpeechConfig;
import ductus.model.speech.SpeechNetwork;
import ductus.model.speech.SpokenSequence;
import ductus.nn.Tape;
import ductus.nn.head.CtcTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Says which words are spoken in sounds: the most likely of those that a beam search finds. */
public final class SpeechReader {
  /** Name of the model that ships. */
  public static final String SHIPPED = "digits";

  private static final int TOGETHER = 16;
  private static final int BEAM = 12;
  private static final int[] NO_LABELS = {};

  private final SpeechNetwork network;
  private final Tape tape;

  /** Creates a reader with an opened model. */
  public SpeechReader(ModelFile<SpeechConfig, SpeechNetwork> model, Workers workers) {
    network = model.network();
    tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
  }

  /**
   * What was heard.
   *
   * @param words in their order; none where none was heard
   * @param probability of just these words, over all the ways in which they may be spread
   */
  public record Heard(List<String> words, double probability) {
    public Heard {
      words = List.copyOf(words);
    }

    /** The words on one line. */
    public String text() {
      return String.join(" ", words);
    }
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
  public static ModelFile<SpeechConfig, SpeechNetwork> open(FoundModel found)
      throws BadFileException {
    ModelFile<SpeechConfig, SpeechNetwork> file = found.open(SpeechNetwork.KIND);
    return file.requireFitting(
        found.path(),
        SpokenFrames.VERSION,
        file.header().network().features() == SpokenFrames.FEATURES);
  }

  /**
   * Hears a WAV file.
   *
   * @throws BadFileException if it is none, or too long
   */
  public Heard hear(Path sound) throws BadFileException, IOException {
    return hear(List.of(SpokenFrames.read(sound))).get(0);
  }

  /** Hears sounds; each as if it were alone. */
  List<Heard> hear(List<SpokenFrames> sounds) {
    List<Heard> heard = new ArrayList<>();
    for (int from = 0; from < sounds.size(); from += TOGETHER) {
      heard.addAll(together(sounds.subList(from, Math.min(from + TOGETHER, sounds.size()))));
    }
    return heard;
  }

  private List<Heard> together(List<SpokenFrames> sounds) {
    LineBatch<CtcTargets> batch =
        network.batch(
            sounds.stream().map(each -> new SpokenSequence(each.rows(), NO_LABELS)).toList());
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    List<String> words = network.config().words();
    List<Heard> heard = new ArrayList<>();
    for (int b = 0; b < sounds.size(); b++) {
      Emissions emissions =
          new Emissions(logits, sounds.size(), b, sounds.get(b).steps(), words.size());
      PrefixBeam.LabelHypothesis best = PrefixBeam.withoutModel(BEAM).search(emissions).get(0);
      heard.add(
          new Heard(
              best.labels().stream().map(words::get).toList(),
              Math.min(1, StrictMath.exp(best.logProbability()))));
    }
    return heard;
  }
}
