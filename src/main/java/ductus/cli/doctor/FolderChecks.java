package ductus.cli.doctor;

import ductus.cli.setting.OptionKeys;
import ductus.cli.setting.SettingsFile;
import ductus.cli.setting.UserDefaults;
import ductus.cli.setting.UserSetting;
import ductus.file.BadFileException;
import ductus.file.Home;
import ductus.file.UserFolders;
import ductus.provenance.OutputNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things are kept, and whether they can be. */
final class FolderChecks {
  private static final long MEGABYTE = 1 << 20;
  private static final long LITTLE_SPACE = 200;
  private static final String HANDS = "Hands";
  private static final String CACHE = "Cache";

  private FolderChecks() {}

  /** The nearest folder above a place that is there. */
  private static Path there(Path place) {
    Path folder = place.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Whether things can be made in a folder, itself made first if it has to be. */
  private static boolean isWritable(Path folder) {
    Path there = there(folder);
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  static CheckFinding hands() {
    if (UserFolders.here().data() == null) {
      return CheckFinding.optional(
          HANDS,
          "you have no home folder to keep them in",
          "name a folder with DUCTUS_DATA, or with --hands");
    }
    Path hands = Home.hands();
    return isWritable(hands)
        ? CheckFinding.ok(HANDS, hands.toString())
        : CheckFinding.optional(
            HANDS,
            hands + " cannot be written: no hand add",
            "change whose folder it is, or name another with DUCTUS_DATA");
  }

  static CheckFinding cache() {
    Path cache = UserFolders.here().cache();
    if (cache == null) {
      return CheckFinding.optional(
          CACHE,
          "none: files are read anew each time",
          "name a folder with DUCTUS_CACHE, if you want one");
    }
    return isWritable(cache)
        ? CheckFinding.ok(CACHE, cache.toString())
        : CheckFinding.optional(
            CACHE,
            cache + " cannot be written: files are read anew each time",
            "change whose folder it is, or name another with DUCTUS_CACHE");
  }

  static CheckFinding generated() {
    Path generated = OutputNames.defaultFolder().toAbsolutePath();
    return isWritable(generated)
        ? CheckFinding.ok("Results", generated.toString())
        : CheckFinding.missing(
            "Results",
            generated + " cannot be written",
            "go to a folder of yours, or name one with --out or DUCTUS_DATA");
  }

  static CheckFinding disk() {
    Path folder = there(OutputNames.defaultFolder());
    // Not by its file store: in a changed root, whose mounts are not in the list of mounts, it has
    // none.
    long free = folder.toFile().getUsableSpace() / MEGABYTE;
    String found = String.format(Locale.ROOT, "%,d MB free at %s", free, folder);
    return free < LITTLE_SPACE
        ? CheckFinding.optional("Disk", found, "make room, or name another place with --out")
        : CheckFinding.ok("Disk", found);
  }

  /** Settings that no command takes stand in the way of every command. */
  static CheckFinding settings(OptionKeys keys) throws IOException {
    Optional<SettingsFile> file = SettingsFile.here();
    @Nullable String variable = System.getenv(UserDefaults.VARIABLE);
    String more =
        variable == null || variable.isBlank() ? "" : ", " + UserDefaults.VARIABLE + "=" + variable;
    if (file.isEmpty()) {
      return CheckFinding.ok("Settings", "no place for a file" + more);
    }
    try {
      new UserDefaults(variable, file.get().read());
      for (UserSetting setting : file.get().read()) {
        keys.requireFits(setting);
      }
    } catch (BadFileException | IllegalArgumentException wrong) {
      return CheckFinding.missing(
          "Settings", String.valueOf(wrong.getMessage()), "mend it, or ductus config unset KEY");
    }
    String there = Files.exists(file.get().path()) ? "" : " (not there: none are set)";
    return CheckFinding.ok("Settings", file.get().path() + there + more);
  }
}
