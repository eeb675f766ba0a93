package ductus.task.caption;

import ductus.file.BadFileException;
import ductus.model.caption.CaptionNetwork;
import ductus.model.place.FoundModel;
import ductus.task.DrawnFile;
import ductus.task.LearnableSources;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingSetup;
import ductus.text.TextTable;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Captions of sketches: one picture becomes some words. */
public final class CaptionTask implements Task<CaptionTrainingConfig> {
  @Override
  public String name() {
    return "caption";
  }

  @Override
  public String command() {
    return "caption train";
  }

  @Override
  public Class<CaptionTrainingConfig> configType() {
    return CaptionTrainingConfig.class;
  }

  @Override
  public CaptionTrainingConfig usual() {
    return CaptionTrainingConfig.USUAL;
  }

  @Override
  public List<Variant<CaptionTrainingConfig>> variants() {
    return List.of(new Variant<>(name(), "Captions of sketches", usual()));
  }

  @Override
  public Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return LearnableSources.files(folder, List.of(".csv", ".tsv"), CaptionTask::sketches);
  }

  /** Sketches that a table names, as far as its first line tells. */
  private static int sketches(Path table) throws BadFileException, IOException {
    TextTable rows = TextTable.read(table);
    List<String> head = rows.head(table, SketchSet.FILE, SketchSet.TEXT);
    int file = head.indexOf(SketchSet.FILE);
    boolean shown =
        rows.rows().size() > 1
            && rows.rows().get(1).cells().size() == head.size()
            && DrawnFile.isOne(TextTable.file(table, rows.rows().get(1), file));
    return shown ? rows.rows().size() - 1 : 0;
  }

  @Override
  public Set<PlanFeature> features() {
    return Set.of(PlanFeature.ACCUMULATION, PlanFeature.LABEL_SMOOTHING);
  }

  @Override
  public TrainingSetup<?> prepare(CaptionTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    return new CaptionTraining(config, preparing);
  }

  @Override
  public List<String> encodings() {
    return List.of(CaptionNetwork.ENCODING);
  }

  @Override
  public List<String> shipped() {
    return List.of(SketchCaptioner.SHIPPED);
  }

  @Override
  public Report inspect(FoundModel model) throws BadFileException {
    return CaptionModelReport.of(model);
  }
}
