package ductus.workbench.inside;

import ductus.file.BadFileException;
import ductus.generate.hindsight.ReadTrail;
import ductus.generate.hindsight.TrailReader;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.workbench.drawing.DrawnPart;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.writing.TextWriting;
import ductus.workbench.writing.WritingProvenance;
import ductus.workbench.writing.WritingRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A written page, drawn once more to see from what each point of the pen was drawn. */
public final class LetterInside {
  private final HandModel model;
  private final WritingRequest request;
  private final List<DrawnPart> parts;
  private final Map<Integer, ReadTrail> read = new HashMap<>();

  private LetterInside(HandModel model, WritingRequest request, List<DrawnPart> parts) {
    this.model = model;
    this.request = request;
    this.parts = List.copyOf(parts);
  }

  /**
   * Writes a text again.
   *
   * @param sidecar of the pages, named in complaints
   * @param writing by which it is done
   * @throws BadFileException if the model is gone or another one by now, or it is no text
   */
  public static LetterInside open(Path sidecar, WritingProvenance provenance, TextWriting writing)
      throws BadFileException, IOException {
    WritingRequest request = provenance.request();
    if (request.text().isEmpty()) {
      throw new BadFileException(
          sidecar, "a scribble says nothing that a window could be on: look inside a text");
    }
    HandModel model = provenance.model().open(request.style().weights().keySet());
    if (!model.sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          sidecar,
          "model %s or a hand added to it is another one by now, so that what it said then cannot"
                  .formatted(provenance.model().model())
              + " be seen");
    }
    return new LetterInside(model, request, writing.drawn(model, request));
  }

  /** How it was asked for. */
  public WritingRequest request() {
    return request;
  }

  /** The parts of its lines that were drawn as one, from top to bottom. */
  public List<DrawnPart> parts() {
    return parts;
  }

  /** What the network said before each point of a part. */
  public synchronized ReadTrail read(int part) {
    return read.computeIfAbsent(part, this::readAnew);
  }

  private ReadTrail readAnew(int part) {
    try (Workers workers = new Workers(1)) {
      return new TrailReader(model.network(), KernelChoice.best(), workers)
          .read(
              parts.get(part).trail(),
              request.style().shares(model, 1),
              request.style().primer(model));
    }
  }
}
