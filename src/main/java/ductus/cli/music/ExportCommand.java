package ductus.cli.music;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.LookOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SoundFontOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.page.PageJson;
import ductus.ink.plotter.PenTravel;
import ductus.ink.render.PageFormat;
import ductus.music.audio.SoundBank;
import ductus.task.handwriting.page.PageExport;
import ductus.task.handwriting.page.PageExport.ExportedPages;
import ductus.task.music.export.Export;
import ductus.task.music.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ductus export FILE... --to FORMAT}: scores and written pages in other formats. */
@Piped(in = "FILE")
@Command(
    name = "export",
    description = {
      "Writes MIDI, ABC and MusicXML files, or written pages (.page.json), in another format.",
      "",
      "A folder stands for every MIDI, ABC and MusicXML file in it and below, but those that are"
          + " of the format already. Files of the same name are replaced only where --out says so.",
      ""
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private OutOption out;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "MIDI, ABC or MusicXML files, folders of them, or pages; - is standard input.")
  private List<Path> inputs;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description =
          "Of music: midi, wav, sheet (music as one long SVG), sheet-pdf (on pages), jfugue (text),"
              + " svg (piano roll), csv (table of notes), musicxml (for notation programs) or abc;"
              + " for sheets, musicxml and abc, notes go to a grid of 64ths and triplets first. Of"
              + " written pages: svg, animated-svg, png, pdf, gcode, hpgl, ebb. May be left out"
              + " where --out names a file.")
  private @Nullable String format;

  @Mixin private SoundFontOption soundFont = new SoundFontOption();
  @Mixin private LookOptions look = new LookOptions();

  /** Checks the name of a format. */
  static final class FormatName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      boolean ofPages =
          Arrays.stream(PageFormat.values())
              .anyMatch(each -> each.label().equals(name.toLowerCase(Locale.ROOT)));
      try {
        return ofPages ? name : ExportFormat.parse(name).label();
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws BadFileException, IOException {
    return inputs.stream().allMatch(PageJson::isPages) ? pages() : scores();
  }

  private int pages() throws BadFileException, IOException {
    PageFormat wanted =
        format != null
            ? PageFormat.parse(format)
            : out.path().flatMap(PageFormat::ofEnding).orElseThrow(this::noFormat);
    Optional<Path> to = out.path();
    if (inputs.size() > 1 && to.flatMap(PageFormat::ofEnding).isPresent()) {
      throw common.wrongUsage(
          "--out must name a folder for %d files but was %s".formatted(inputs.size(), to.get()));
    }
    List<Export.Written> written = new ArrayList<>();
    List<PenTravel> travels = new ArrayList<>();
    for (Path input : inputs) {
      ExportedPages exported = PageExport.run(input, wanted, to, look.settings(List.of(wanted)));
      for (Path output : exported.files()) {
        written.add(new Export.Written(input, output));
        common.console().print(output.toString());
      }
      exported
          .travel()
          .ifPresent(
              travel -> {
                travels.add(travel);
                common.console().print(travel.toString());
              });
    }
    common
        .console()
        .printJson(
            json(new Export(written, List.of())),
            travels.isEmpty() ? Map.of() : Map.of("travel", travels));
    return ExitStatus.DONE;
  }

  private int scores() throws BadFileException, IOException {
    Console console = common.console();
    ExportFormat wanted = format();
    if (soundFont.isGiven() && wanted != ExportFormat.WAV) {
      throw common.wrongUsage("--soundfont goes with --to wav but not with " + wanted.label());
    }
    SoundBank bank = soundFont.bank();
    Export export;
    try (Progress progress = console.progress("Exporting")) {
      export = Export.run(inputs, wanted, bank, out.path(), progress::reach);
    }
    export.written().forEach(each -> console.print(each.output().toString()));
    console.printJson(json(export));
    if (inputs.size() == 1 && export.written().isEmpty() && export.leftOut().size() == 1) {
      console.warn(export.leftOut().get(0).toString());
      return ExitStatus.FAILED;
    }
    int status = console.warnOfLeftOut(export.leftOut());
    return export.written().isEmpty() ? ExitStatus.FAILED : status;
  }

  private ExportFormat format() {
    return format != null
        ? ExportFormat.parse(format)
        : out.path().flatMap(ExportFormat::ofEnding).orElseThrow(this::noFormat);
  }

  private ParameterException noFormat() {
    return common.wrongUsage(
        "Missing --to FORMAT"
            + out.path().map(path -> ", which the ending of " + path + " does not say").orElse(""));
  }

  private static ExportAnswer json(Export export) {
    return new ExportAnswer(
        export.written().stream()
            .map(each -> new ExportAnswer.Made(each.input(), each.output()))
            .toList(),
        export.leftOut().stream()
            .map(each -> new ExportAnswer.Missed(each.path(), each.reason()))
            .toList());
  }

  /** What programs are told. */
  private record ExportAnswer(List<Made> written, List<Missed> leftOut) {
    /** A file that was read, and what was made of it. */
    private record Made(Path input, Path output) {}

    /** A file that was not. */
    private record Missed(Path file, String reason) {}
  }
}
