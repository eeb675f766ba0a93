package ductus.task.handwriting;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.encoding.PenEncoding;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.place.FoundModel;
import ductus.task.InkModelReport;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.TrainingSetup;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Handwriting: the points of a pen along a text, or freely, in the hands of a folder. */
public final class HandwritingTask implements Task<PenTrainingConfig> {
  @Override
  public String name() {
    return "hands";
  }

  @Override
  public String command() {
    return "hand train";
  }

  @Override
  public Class<PenTrainingConfig> configType() {
    return PenTrainingConfig.class;
  }

  @Override
  public PenTrainingConfig usual() {
    return PenTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<PenTrainingConfig>> variants() {
    return List.of(new Variant<>("handwriting", "Writing in these hands", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return HandFolder.counted(folder);
  }

  /** Lines are composed, a batch an update, and go through the network whole. */
  @Override
  public Set<PlanFeature> features() {
    return Set.of();
  }

  /** A model to begin as has its own scale of offsets, which the density of a point depends on. */
  @Override
  public Map<String, Object> decisiveForLoss(PenTrainingConfig config) {
    return Map.of("from", config.from() == null ? "" : config.from());
  }

  @Override
  public TrainingSetup<?> prepare(PenTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return PenTraining.read(config, preparing);
  }

  @Override
  public List<String> encodings() {
    return List.of(PenEncoding.NAME);
  }

  @Override
  public List<String> shipped() {
    return HandModel.ALL_SHIPPED;
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    var file = HandModel.of(model).file();
    PenNetworkConfig network = file.header().network();
    PenNetworkConfig.TextWindow window = network.window();
    String alphabet = window == null ? null : window.alphabet().characters();
    return InkModelReport.of(model, file, alphabet, network.styleNames(), "pen point");
  }
}
