package ductus.task.handwriting.adaptation;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.Sha256;
import ductus.file.TensorFile;
import ductus.generate.HandPrimer;
import ductus.model.ModelFile;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenStyle;
import ductus.nn.Parameter;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** A file of what a model learned of a hand; {@code src/docs/model-file.md} describes it. */
final class LearnedHand {
  private static final String KEY = "ductus-hand";
  private static final String STYLE = "style";
  private static final String LETTERFORMS = "letterform";
  private static final String PRIMER = "primer";
  private static final int PRIMER_COLUMNS = 3;

  private final Path path;
  private final TensorFile file;
  private final Header header;

  /**
   * The words in the header of the file.
   *
   * @param model SHA-256 of the model that learned it
   * @param primer text of the line that others go on from; empty where there is none
   */
  private record Header(PenStyle style, String model, String primer) {}

  private LearnedHand(Path path, TensorFile file, Header header) {
    this.path = path;
    this.file = file;
    this.header = header;
  }

  /**
   * Takes out of a network its last hand.
   *
   * @param model that the network was made of
   */
  static LearnedHand of(Path path, HandModel model, PenNetwork network, HandPrimer primer) {
    List<PenStyle> styles = network.config().styles();
    int hand = styles.size() - 1;
    TensorFile file = new TensorFile();
    Header header = new Header(styles.get(hand), model.sha256(), primer.text());
    file.metadata().put(KEY, new Gson().toJson(header));
    HandWeights weights = HandWeights.of(network, hand);
    file.matrices().put(STYLE, weights.style());
    file.matrices().put(LETTERFORMS, weights.letterforms());
    for (Parameter shared : new AdaptableNetwork(network).shared()) {
      file.matrices().put(shared.name(), shared.value());
    }
    if (!primer.points().isEmpty()) {
      file.matrices().put(PRIMER, rows(primer));
    }
    return new LearnedHand(path, file, header);
  }

  /** Reads a file. */
  static LearnedHand read(Path path) throws BadFileException, IOException {
    TensorFile file = TensorFile.read(path);
    String json = file.metadata().get(KEY);
    if (json == null) {
      throw new BadFileException(path, "a safetensors file, but not an added hand of Ductus");
    }
    return new LearnedHand(
        path,
        file,
        JsonFile.of(path, json, TypeToken.get(Header.class), "the header of an added hand"));
  }

  void write() throws IOException {
    file.write(path);
  }

  /** Name and characters. */
  PenStyle style() {
    return header.style();
  }

  /** SHA-256 of the model that learned it. */
  String model() {
    return header.model();
  }

  /** The model that learned it, with it. */
  HandModel addedTo(HandModel model) throws BadFileException {
    HandWeights weights = HandWeights.zero(model.network().config(), style());
    ModelFile.copy(path, file, STYLE, weights.style());
    ModelFile.copy(path, file, LETTERFORMS, weights.letterforms());
    PenNetwork network = model.networkWith(style(), weights);
    for (Parameter shared : new AdaptableNetwork(network).shared()) {
      ModelFile.copy(path, file, shared.name(), shared.value());
    }
    Map<String, HandPrimer> primers =
        header.primer().isEmpty() ? Map.of() : Map.of(style().name(), primer());
    return model.replaced(network, primers, Sha256.hex(file.bytes()));
  }

  private static FMatrixRMaj rows(HandPrimer primer) {
    FMatrixRMaj rows = new FMatrixRMaj(primer.points().size(), PRIMER_COLUMNS);
    for (int t = 0; t < rows.numRows; t++) {
      HandPrimer.Point point = primer.points().get(t);
      rows.set(t, 0, point.deltaX());
      rows.set(t, 1, point.deltaY());
      rows.set(t, 2, point.penUp() ? 1 : 0);
    }
    return rows;
  }

  private HandPrimer primer() throws BadFileException {
    FMatrixRMaj rows = file.matrices().get(PRIMER);
    if (rows == null || rows.numCols != PRIMER_COLUMNS) {
      throw new BadFileException(
          path, "its primer must have points of 3 numbers: add the hand anew");
    }
    List<HandPrimer.Point> points = new ArrayList<>();
    for (int t = 0; t < rows.numRows; t++) {
      points.add(new HandPrimer.Point(rows.get(t, 0), rows.get(t, 1), rows.get(t, 2) > 0.5f));
    }
    try {
      return new HandPrimer(header.primer(), points);
    } catch (IllegalArgumentException wrong) {
      throw new BadFileException(path, String.valueOf(wrong.getMessage()));
    }
  }
}
