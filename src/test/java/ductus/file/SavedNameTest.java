package ductus.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedNameTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/etc/x", "..", "C:x", "a\\x", "\\\\host\\x", "a\0"})
  void nothingLeadsOut(String name) {
    assertThrows(IllegalArgumentException.class, () -> SavedName.requireBelow("a shard", name));
    assertThrows(IllegalArgumentException.class, () -> SavedName.requirePlain("a shard", name));
  }

  @Test
  void pathsHaveFoldersAndNamesHaveNone() {
    assertDoesNotThrow(() -> SavedName.requireBelow("a shard", "a/..b/c.x"));
    assertDoesNotThrow(() -> SavedName.requirePlain("a shard", "-1.svg"));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> SavedName.requirePlain("a shard", "a/b\n"));
    assertEquals("a shard must stay in its folder but is a/b?", refused.getMessage());
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("up"), folder);
    Files.createSymbolicLink(inside.resolve("nowhere"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("linked"), inside);
    assertTrue(SavedName.isBelow(inside, inside.resolve("a/b")));
    assertTrue(SavedName.isBelow(folder.resolve("linked"), folder.resolve("linked/a/b")));
    assertTrue(SavedName.isBelow(folder.resolve("new"), folder.resolve("new/a")));
    assertFalse(SavedName.isBelow(inside, inside.resolve("up/a/b")));
    assertFalse(SavedName.isBelow(inside, inside.resolve("up")));
    assertFalse(SavedName.isBelow(inside, inside.resolve("nowhere")));
  }
}
