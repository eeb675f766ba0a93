package ductus.cli.completion;

import ductus.file.BadFileException;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterProfile;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.render.PageFormat;
import ductus.model.pen.PenStyle;
import ductus.model.place.ModelCatalog;
import ductus.task.caption.SketchCaptioner;
import ductus.task.classification.subject.InputKinds;
import ductus.task.handwriting.font.FontFormat;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.harmony.HarmonyModels;
import ductus.task.humanization.TouchModel;
import ductus.task.language.TextModel;
import ductus.task.music.export.ExportFormat;
import ductus.task.registry.Tasks;
import ductus.task.speech.SpeechReader;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.tagging.WordTagger;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of what ships, where options and arguments take them. */
final class ShippedNames {
  private static final String MODEL = "MODEL";

  /** Models by the commands that take one, as an option or as an argument. */
  private static final Map<String, List<String>> MODELS =
      Map.ofEntries(
          Map.entry("generate", ModelCatalog.SHIPPED),
          Map.entry("jam", ModelCatalog.SHIPPED),
          Map.entry("train", ModelCatalog.SHIPPED),
          Map.entry("evaluate", Tasks.shipped()),
          Map.entry("inspect", Tasks.shipped()),
          Map.entry("surprise", with(ModelCatalog.SHIPPED, HandModel.SHIPPED)),
          Map.entry("recognise", ReadingModels.READERS),
          Map.entry("harmonise", HarmonyModels.SHIPPED),
          Map.entry("humanise", TouchModel.SHIPPED),
          Map.entry("draw", List.of(LetterTracer.SHIPPED)),
          Map.entry("transcribe", List.of(NoteTranscriber.SHIPPED)),
          Map.entry("speech", List.of(SpeechReader.SHIPPED)),
          Map.entry("caption", List.of(SketchCaptioner.SHIPPED)),
          Map.entry("translate", Translator.ALL_SHIPPED),
          Map.entry("tag", List.of(WordTagger.SHIPPED)),
          Map.entry("classify", InputKinds.SHIPPED),
          Map.entry("text generate", TextModel.SHIPPED),
          Map.entry("text complete", TextModel.SHIPPED),
          Map.entry("reader enroll", List.of(ReadingModels.SHIPPED)),
          Map.entry("write", HandModel.ALL_SHIPPED),
          Map.entry("hand", HandModel.ALL_SHIPPED));

  private static final List<String> PAGES =
      Arrays.stream(PageFormat.values()).map(PageFormat::label).toList();

  private final List<String> hands = new ArrayList<>();

  /**
   * The names, those of hands read from the models that ship.
   *
   * @throws BadFileException if one is broken
   */
  ShippedNames() throws BadFileException, IOException {
    for (String model : HandModel.ALL_SHIPPED) {
      HandModel.open(model).styles().stream().map(PenStyle::name).forEach(hands::add);
    }
  }

  private static List<String> with(List<String> names, String more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  /**
   * Names that ship for an option or argument; none where there are none.
   *
   * @param command its words
   * @param name of the option, or the argument's label
   * @param label of the value
   */
  List<String> of(String command, String name, String label) {
    return switch (name) {
      case "--hand" -> label.equals("NAME") ? hands : List.of();
      case "--to" ->
          switch (command) {
            case "write" -> PAGES;
            case "export" ->
                Stream.concat(
                        Arrays.stream(ExportFormat.values()).map(ExportFormat::label),
                        PAGES.stream())
                    .distinct()
                    .toList();
            case "recognise" -> List.of("pdf");
            case "hand export" ->
                Arrays.stream(FontFormat.values()).map(FontFormat::label).toList();
            default -> List.of();
          };
      case "--paper" -> Paper.names();
      case "--ink" -> List.of("blue", "black", "royal", "sepia", "green", "red", "violet", "gray");
      case "PATH" -> command.equals("inspect") ? models(command) : List.of();
      case "--plotter" ->
          Arrays.stream(PlotterProfile.values()).map(PlotterProfile::label).toList();
      case "NAME" -> List.of("hand show", "hand export").contains(command) ? hands : List.of();
      default -> label.equals(MODEL) ? models(command) : List.of();
    };
  }

  /** Models of a command, or else of the group that it is in. */
  private static List<String> models(String command) {
    List<String> own = MODELS.get(command);
    return own != null ? own : MODELS.getOrDefault(command.split(" ", -1)[0], List.of());
  }
}
