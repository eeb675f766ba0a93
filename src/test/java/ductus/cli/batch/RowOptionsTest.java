package ductus.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class RowOptionsTest {
  @Command(name = "draw")
  static final class Draw {
    @Parameters String what = "";

    @Option(names = {"-s", "--size"})
    int size;

    @Option(names = "--pen")
    String pen = "";
  }

  @Test
  void takeTheirValuesForThoseOfTheCommandLineHoweverTheseAreWritten(@TempDir Path folder)
      throws Exception {
    Path list = Files.writeString(folder.resolve("list.csv"), "--size,name\n9,a\n,b\n");
    RowTable table = RowTable.of(list);
    for (String[] size : new String[][] {{"-s4"}, {"-s", "4"}, {"-s=4"}, {"--size=4"}}) {
      List<String> words = new ArrayList<>(List.of("draw"));
      words.addAll(List.of(size));
      words.addAll(List.of("--pen", "blue", "bird"));
      CommandLine line = new CommandLine(new Draw());
      CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
      root.addSubcommand("draw", line);
      root.parseArgs(words.toArray(String[]::new));
      RowOptions options = RowOptions.dashed(table, line.getCommandSpec(), Set.of());
      List<String> asked = new ArrayList<>();
      table.forEach(
          row -> {
            Draw drawn = options.command(row, Draw::new);
            asked.add(drawn.size + drawn.pen + drawn.what);
            return true;
          });
      assertEquals(List.of("9bluebird", "4bluebird"), asked);
    }
  }
}
