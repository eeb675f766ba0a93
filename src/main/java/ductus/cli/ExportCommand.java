package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.workbench.export.Export;
import ductus.workbench.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ductus export FILE... --to FORMAT}: scores in other formats. */
@Command(
    name = "export",
    description = {
      "Writes MIDI and ABC files in another format.",
      "",
      "A folder stands for every MIDI and ABC file in it and below; with --to midi for the ABC files"
          + " alone. Files of the same name are replaced only where --out says so.",
      ""
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private OutOption out;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "MIDI or ABC files, or folders.")
  private List<Path> inputs;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description =
          "midi, wav, jfugue (text), svg (piano roll) or csv (table of notes); may be left out where"
              + " --out names a file.")
  private @Nullable ExportFormat format;

  /** Reads the name of a format. */
  static final class FormatName implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String name) {
      try {
        return ExportFormat.parse(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    Export export;
    try (Progress progress = console.progress("Exporting")) {
      export = Export.run(inputs, format(), out.path(), progress::reach);
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
    if (format != null) {
      return format;
    }
    return out.path()
        .flatMap(ExportFormat::ofEnding)
        .orElseThrow(() -> common.wrongUsage("Missing --to FORMAT"));
  }

  private static Map<String, List<Map<String, String>>> json(Export export) {
    return Map.of(
        "written",
        export.written().stream()
            .map(
                each ->
                    Map.of("input", each.input().toString(), "output", each.output().toString()))
            .toList(),
        "left_out",
        export.leftOut().stream()
            .map(each -> Map.of("file", each.path().toString(), "reason", each.reason()))
            .toList());
  }
}
