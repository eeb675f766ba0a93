package ductus.analysis.unit;

import ductus.file.BadFileException;
import ductus.generate.hindsight.ReadTrajectory;
import ductus.generate.hindsight.TrajectoryReader;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.provenance.Provenance;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A written page, drawn once more to see from what each point of the pen was drawn. */
public final class ReplayedPage {
  private final HandModel model;
  private final WritingRequest request;
  private final List<DrawnPart> parts;
  private final Map<Integer, ReadTrajectory> read = new HashMap<>();

  private ReplayedPage(HandModel model, WritingRequest request, List<DrawnPart> parts) {
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
  public static ReplayedPage open(
      Path sidecar, Provenance<TextWriting.RequestedPages> provenance, TextWriting writing)
      throws BadFileException, IOException {
    WritingRequest request = provenance.request().request();
    if (request.text().isEmpty()) {
      throw new BadFileException(
          sidecar, "a scribble says nothing that a window could be on: look inside a text");
    }
    HandModel model =
        ModelReference.of(provenance.model()).open(request.style().weights().keySet());
    provenance.requireModel(sidecar, model.sha256());
    return new ReplayedPage(model, request, writing.drawn(model, request));
  }

  /** The request for the page. */
  public WritingRequest request() {
    return request;
  }

  /** The parts of its lines that were drawn as one, from top to bottom. */
  public List<DrawnPart> parts() {
    return parts;
  }

  /** What the network said before each point of a part. */
  public synchronized ReadTrajectory read(int part) {
    return read.computeIfAbsent(part, this::readAnew);
  }

  private ReadTrajectory readAnew(int part) {
    try (Workers workers = new Workers(1)) {
      return new TrajectoryReader(model.network(), KernelChoice.best(), workers)
          .read(
              parts.get(part).trail(),
              request.style().shares(model, 1),
              request.style().primer(model));
    }
  }
}
