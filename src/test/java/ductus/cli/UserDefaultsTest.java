package ductus.cli;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import ductus.cli.setting.UserDefaults;
import ductus.cli.setting.UserSetting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDefaultsTest {
  private final Path folder;

  UserDefaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static UserDefaults defaults(String variable, String... settings) {
    return new UserDefaults(
        variable,
        Arrays.stream(settings)
            .map(line -> line.split("=", 2))
            .map(parts -> new UserSetting(parts[0], parts[1], "config: line 1: " + parts[0]))
            .toList());
  }

  private static List<String> completed(UserDefaults defaults, String... arguments) {
    return defaults
        .complete(
            List.of(arguments),
            Ductus.commandLine(),
            word -> Ductus.commandLine().getSubcommands().containsKey(word),
            Ductus::commandLine)
        .arguments();
  }

  @Test
  void goFromTheTypedOverTheVariableAndTheCommandToAll() {
    UserDefaults defaults =
        defaults("--seed 2", "seed=3", "write.seed=4", "write.slant=5", "slant=6");
    assertEquals(
        List.of("write", "--slant=5", "Anna", "--seed", "1"),
        completed(defaults, "write", "Anna", "--seed", "1"));
    assertEquals(
        List.of("write", "--seed=2", "--slant=5", "--", "--seed=1"),
        completed(defaults, "write", "--", "--seed=1"));
    UserDefaults file = defaults("", "seed=3", "write.seed=4");
    assertEquals(List.of("write", "--seed=4"), completed(file, "write"));
    assertEquals(List.of("generate", "--seed=3", "folk"), completed(file, "generate", "folk"));
  }

  @Test
  void reachCommandsBelowAGroupAndAliases() {
    UserDefaults defaults = defaults("", "hand.quiet=true", "recognize.beam=9");
    assertEquals(List.of("hand", "list", "--quiet"), completed(defaults, "hand", "list"));
    assertEquals(List.of("recognise", "--beam=9"), completed(defaults, "recognise"));
    assertEquals(List.of("recognize", "--beam=9"), completed(defaults, "recognize"));
  }

  @Test
  void giveWayToWhatExcludesThem() {
    UserDefaults defaults = defaults("--mix a:1", "write.hand=italic", "write.check=false");
    assertEquals(
        List.of("write", "--no-check", "--hand", "x"), completed(defaults, "write", "--hand", "x"));
    assertEquals(List.of("write", "--mix=a:1", "--check"), completed(defaults, "write", "--check"));
    UserDefaults flag = defaults("", "generate.wav=false");
    assertEquals(List.of("generate", "folk"), completed(flag, "generate", "folk"));
  }

  @Test
  void applyWhereTheCommandHasThem() {
    UserDefaults defaults = defaults("--hand 'a b' --wav -o out -q", "generate.soundfont=x.sf2");
    assertEquals(
        List.of("generate", "--wav", "--out=out", "--quiet", "--soundfont=x.sf2", "folk"),
        completed(defaults, "generate", "folk"));
    assertEquals(
        List.of("generate", "folk"),
        completed(defaults("", "soundfont=x.sf2"), "generate", "folk"));
    assertEquals(
        List.of("play", "--soundfont=x.sf2", "a.mid"),
        completed(defaults("", "soundfont=x.sf2"), "play", "a.mid"));
    UserDefaults plotter = defaults("", "plotter=grbl");
    assertEquals(List.of("write", "Hi"), completed(plotter, "write", "Hi"));
    assertEquals(
        List.of("write", "--plotter=grbl", "Hi", "--to", "svg,gcode"),
        completed(plotter, "write", "Hi", "--to", "svg,gcode"));
    assertEquals(
        List.of("write", "--plotter=grbl", "Hi", "--out", "hi.gcode"),
        completed(plotter, "write", "Hi", "--out", "hi.gcode"));
    UserDefaults pictures = defaults("", "dpi=300", "pen-speed=60");
    assertEquals(List.of("write", "Hi"), completed(pictures, "write", "Hi"));
    assertEquals(
        List.of("write", "--dpi=300", "Hi", "--to", "svg,png"),
        completed(pictures, "write", "Hi", "--to", "svg,png"));
    assertEquals(
        List.of("write", "--pen-speed=60", "Hi", "-o", "hi.anim.svg"),
        completed(pictures, "write", "Hi", "-o", "hi.anim.svg"));
    assertEquals(
        List.of("draw", "photo.png"), completed(pictures, "draw", "photo.png"), "is read only");
  }

  @Test
  void leaveARunThatGoesOnItsOwnSettings() {
    UserDefaults defaults = defaults("--threads 1", "hidden=64");
    assertEquals(
        List.of("train", "--threads=1", "--resume"), completed(defaults, "train", "--resume"));
    assertEquals(
        List.of("train", "--threads=1", "--hidden=64", "x"), completed(defaults, "train", "x"));
  }

  @Test
  void refuseWhatNoCommandHas() {
    assertRefused(
        "DUCTUS_OPTIONS: --seeed: there is no such option to set; did you mean seed?",
        () -> completed(defaults("--seeed 3"), "write"));
    assertRefused(
        "DUCTUS_OPTIONS: there must be options but there was folk",
        () -> completed(defaults("folk"), "write"));
    assertRefused(
        "DUCTUS_OPTIONS: --seed must have a value", () -> completed(defaults("--seed"), "write"));
    assertRefused(
        "DUCTUS_OPTIONS: a quote (') is not closed", () -> completed(defaults("'"), "write"));
    assertRefused(
        "config: line 1: write.hnad: there is no such option to set; did you mean write.hand?",
        () -> completed(defaults("", "write.hnad=x"), "write"));
    assertRefused(
        "config: line 1: wriet.hand: there is no such option to set; did you mean write.hand?",
        () -> completed(defaults("", "wriet.hand=x"), "generate"));
    assertRefused(
        "config: line 1: seeed: there is no such option to set; did you mean seed?",
        () -> completed(defaults("", "seeed=x"), "inspect"));
    assertRefused(
        "config: line 1: quiet: --quiet must be true or false but was maybe",
        () -> completed(defaults("", "quiet=maybe"), "inspect"));
  }

  private static CommandRun run(UserDefaults defaults, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Ductus.run(
            Arrays.stream(arguments).map(Object::toString).toList(),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> defaults);
    return new CommandRun(status, out.toString(), err.toString());
  }

  @Test
  void standInTheProvenanceAsIfTheyWereTyped() throws Exception {
    Path typed = folder.resolve("typed.svg");
    Path set = folder.resolve("set.svg");
    assertEquals(
        0,
        run(defaults(""), "write", "Anna", "--hand", "italic", "--seed", 7, "--out", typed)
            .status());
    assertEquals(
        0, run(defaults("--seed 7", "write.hand=italic"), "write", "Anna", "--out", set).status());
    assertEquals(Files.readString(typed), Files.readString(set));
    assertEquals(
        Files.readString(folder.resolve("typed.json")),
        Files.readString(folder.resolve("set.json")));
    assertEquals(
        0,
        run(
                defaults("--seed 8", "write.hand=round"),
                "regenerate",
                folder.resolve("set.json"),
                "--out",
                folder.resolve("again.svg"))
            .status());
  }

  @Test
  void areNamedWhereTheyAreWrong() {
    for (String value : List.of("9", "much")) {
      CommandRun run = run(defaults("", "write.neatness=" + value), "write", "Anna");
      assertEquals(ExitStatus.WRONG_USAGE, run.status());
      assertTrue(run.err().startsWith("ductus: config: line 1: write.neatness: "), run.err());
    }
  }

  @Test
  void doNotStandInTheWayOfHelp() {
    assertEquals(0, run(defaults("--sed"), "write", "--help").status());
    assertEquals(0, run(defaults("--sed"), "config", "list", "--known").status());
    assertEquals(ExitStatus.WRONG_USAGE, run(defaults("--sed 1"), "hand", "list").status());
  }
}
