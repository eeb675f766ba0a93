package ductus.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the user for what Ductus keeps: those of the XDG Base Directory Specification on
 * Linux, {@code ~/Library} on macOS, {@code %APPDATA%} and {@code %LOCALAPPDATA%} on Windows.
 *
 * @param data of what the user made, such as hands; null where the system knows no such folder
 * @param cache of what can be made again, and be deleted at any time; null where none is wanted, or
 *     the system knows no such folder
 * @param settings the file of the user's settings; null where none is wanted, or the system knows
 *     no folder for it
 */
public record UserFolders(@Nullable Path data, @Nullable Path cache, @Nullable Path settings) {
  /** Names the folder of data in place of the usual one. */
  public static final String DATA = "DUCTUS_DATA";

  /** Names the folder of the cache in place of the usual one; empty for none. */
  public static final String CACHE = "DUCTUS_CACHE";

  /** Names the file of settings in place of the usual one; empty for none. */
  public static final String SETTINGS = "DUCTUS_CONFIG";

  /** The variable of the environment with options for every command that has them. */
  public static final String OPTIONS = "DUCTUS_OPTIONS";

  private static final String SETTINGS_FILE = "config";

  /** The folders of the user who runs this program. */
  public static UserFolders here() {
    return of(System.getProperty("os.name", ""), System.getenv(), System.getProperty("user.home"));
  }

  /**
   * The folders on a system.
   *
   * @param system as Java names it, such as {@code Mac OS X}
   * @param environment its variables
   * @param home of the user; null, empty or {@code ?} where there is none
   */
  static UserFolders of(String system, Map<String, String> environment, @Nullable String home) {
    String name = system.toLowerCase(Locale.ROOT);
    Path own = home(name, environment, home);
    Path data;
    Path cache;
    Path settings;
    if (name.startsWith("windows")) {
      data = below(absolute(environment.get("APPDATA")), "Ductus");
      cache = below(absolute(environment.get("LOCALAPPDATA")), "Ductus", "Cache");
      data = data != null ? data : below(own, "AppData", "Roaming", "Ductus");
      cache = cache != null ? cache : below(own, "AppData", "Local", "Ductus", "Cache");
      settings = below(absolute(environment.get("APPDATA")), "Ductus", SETTINGS_FILE);
      settings =
          settings != null ? settings : below(own, "AppData", "Roaming", "Ductus", SETTINGS_FILE);
    } else {
      boolean mac = name.startsWith("mac");
      data = below(absolute(environment.get("XDG_DATA_HOME")), "ductus");
      cache = below(absolute(environment.get("XDG_CACHE_HOME")), "ductus");
      if (data == null) {
        data =
            mac
                ? below(own, "Library", "Application Support", "Ductus")
                : below(own, ".local", "share", "ductus");
      }
      if (cache == null) {
        cache = mac ? below(own, "Library", "Caches", "Ductus") : below(own, ".cache", "ductus");
      }
      settings = below(absolute(environment.get("XDG_CONFIG_HOME")), "ductus", SETTINGS_FILE);
      if (settings == null) {
        settings =
            mac
                ? below(own, "Library", "Application Support", "Ductus", SETTINGS_FILE)
                : below(own, ".config", "ductus", SETTINGS_FILE);
      }
    }
    String namedData = environment.get(DATA);
    String namedCache = environment.get(CACHE);
    String namedSettings = environment.get(SETTINGS);
    return new UserFolders(
        namedData == null || namedData.isBlank() ? data : path(namedData),
        namedCache == null ? cache : namedCache.isBlank() ? null : path(namedCache),
        namedSettings == null ? settings : namedSettings.isBlank() ? null : path(namedSettings));
  }

  /** The user's own folder; null where there is none. */
  public static @Nullable Path home() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return home(system, System.getenv(), System.getProperty("user.home"));
  }

  /** HOME, as the shell and the launcher take it; Java asks the system, which may not know it. */
  private static @Nullable Path home(
      String system, Map<String, String> environment, @Nullable String known) {
    Path own = system.startsWith("windows") ? null : absolute(environment.get("HOME"));
    return own != null || known == null || known.isBlank() || known.equals("?") ? own : path(known);
  }

  /** Relative ones are not valid, as the XDG Base Directory Specification says. */
  private static @Nullable Path absolute(@Nullable String folder) {
    Path path = folder == null || folder.isBlank() ? null : path(folder);
    return path == null || !path.isAbsolute() ? null : path;
  }

  private static @Nullable Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException notOnThisSystem) {
      return null;
    }
  }

  private static @Nullable Path below(@Nullable Path folder, String first, String... more) {
    return folder == null ? null : folder.resolve(Path.of(first, more));
  }
}
