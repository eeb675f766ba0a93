package ductus.task.harmony;

import ductus.file.BadFileException;
import ductus.model.ConditionedEncoding.Condition;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.tune.HarmonyStyle;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The networks of harmony: finds those that ship, or others by their file or run's folder. */
public final class HarmonyModels {
  /** Names of the models that ship. */
  public static final List<String> SHIPPED =
      Arrays.stream(HarmonizationKind.values()).map(HarmonizationKind::shipped).toList();

  /** What the header of a model of chords names the styles that it has learned. */
  static final String STYLE = "style";

  private HarmonyModels() {}

  /**
   * Finds a model.
   *
   * @param nameOrPath a shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, SHIPPED);
  }

  /** The styles that a model has learned; none of voices. */
  public static List<HarmonyStyle> styles(ModelHeader<?> header) {
    List<Condition> conditions = header.conditions() == null ? List.of() : header.conditions();
    return conditions.stream()
        .filter(condition -> condition.name().equals(STYLE))
        .flatMap(condition -> condition.labels().stream())
        .flatMap(label -> HarmonyStyle.named(label).stream())
        .toList();
  }

  /** Opens a model that was found, of a texture. */
  public static ModelFile<TaggingConfig, TaggingNetwork> open(
      FoundModel found, HarmonizationKind texture) throws BadFileException {
    ModelFile<TaggingConfig, TaggingNetwork> file = found.open(TaggingNetwork.KIND);
    if (!file.header().encoding().equals(texture.encoding())) {
      throw new BadFileException(
          found.path(),
          "a model of %s, not of %s".formatted(file.header().encoding(), texture.encoding()));
    }
    return file.requireFitting(
        found.path(), texture.version(), texture.fits(file.header().network()));
  }
}
