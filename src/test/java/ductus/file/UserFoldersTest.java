package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final String HOME = Path.of("/home/anna of x").toAbsolutePath().toString();

  private static Path home(String first, String... more) {
    return Path.of(HOME).resolve(Path.of(first, more));
  }

  private static UserFolders linux(Map<String, String> environment) {
    return UserFolders.of("Linux", environment, HOME);
  }

  @Test
  void areThoseOfXdgOnLinux() {
    UserFolders usual = linux(Map.of());
    assertEquals(home(".local", "share", "ductus"), usual.data());
    assertEquals(home(".cache", "ductus"), usual.cache());
    UserFolders named = linux(Map.of("XDG_DATA_HOME", HOME + "/d", "XDG_CACHE_HOME", HOME + "/c"));
    assertEquals(home("d", "ductus"), named.data());
    assertEquals(home("c", "ductus"), named.cache());
    assertEquals(home(".config", "ductus", "config"), usual.settings());
    assertEquals(
        home("e", "ductus", "config"), linux(Map.of("XDG_CONFIG_HOME", HOME + "/e")).settings());
    assertEquals(usual, linux(Map.of("XDG_DATA_HOME", "not/absolute", "XDG_CACHE_HOME", "")));
    assertEquals(usual, linux(Map.of("APPDATA", HOME + "/w")));
  }

  @Test
  void lieInTheLibraryOnMacOs() {
    UserFolders mac = UserFolders.of("Mac OS X", Map.of(), HOME);
    assertEquals(home("Library", "Application Support", "Ductus"), mac.data());
    assertEquals(home("Library", "Caches", "Ductus"), mac.cache());
    assertEquals(home("Library", "Application Support", "Ductus", "config"), mac.settings());
  }

  @Test
  void areThoseOfApplicationsOnWindows() {
    Map<String, String> environment =
        Map.of("APPDATA", HOME + "/r", "LOCALAPPDATA", HOME + "/l", "XDG_DATA_HOME", HOME);
    UserFolders windows = UserFolders.of("Windows 11", environment, HOME);
    assertEquals(home("r", "Ductus"), windows.data());
    assertEquals(home("l", "Ductus", "Cache"), windows.cache());
    assertEquals(home("r", "Ductus", "config"), windows.settings());
    UserFolders bare = UserFolders.of("Windows 11", Map.of(), HOME);
    assertEquals(home("AppData", "Roaming", "Ductus"), bare.data());
    assertEquals(home("AppData", "Local", "Ductus", "Cache"), bare.cache());
  }

  @Test
  void variablesOfOursGoFirst() {
    UserFolders named =
        linux(Map.of("DUCTUS_DATA", "mine", "DUCTUS_CACHE", "fast", "DUCTUS_CONFIG", "set"));
    assertEquals(new UserFolders(Path.of("mine"), Path.of("fast"), Path.of("set")), named);
    assertNull(linux(Map.of("DUCTUS_CONFIG", "")).settings(), "none is wanted");
    UserFolders empty = linux(Map.of("DUCTUS_DATA", " ", "DUCTUS_CACHE", ""));
    assertEquals(home(".local", "share", "ductus"), empty.data());
    assertNull(empty.cache(), "none is wanted");
  }

  @Test
  void withoutAHomeThereAreNone() {
    for (String home : new String[] {null, "", "?"}) {
      for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
        assertEquals(new UserFolders(null, null, null), UserFolders.of(system, Map.of(), home));
      }
    }
    assertEquals(
        home(".cache", "ductus"), UserFolders.of("Linux", Map.of("HOME", HOME), "?").cache());
    assertEquals(
        home(".cache", "ductus"),
        UserFolders.of("Linux", Map.of("HOME", HOME), "/root").cache(),
        "as the shell takes it");
    UserFolders impossible =
        linux(
            Map.of(
                "DUCTUS_DATA",
                "no\0path",
                "DUCTUS_CACHE",
                "no\0path",
                "DUCTUS_CONFIG",
                "no\0path"));
    assertEquals(new UserFolders(null, null, null), impossible);
  }
}
