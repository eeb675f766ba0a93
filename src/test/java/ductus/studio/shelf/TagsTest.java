package ductus.studio.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.studio.collection.Workspace;
import ductus.studio.shelf.LibraryIndex.Indexed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsTest {
  private static final int MOST_GONE = 3;

  private static Indexed thing(int number) {
    return new Indexed("tune-" + number, "hash-" + number, "tune", "folk", "");
  }

  @Test
  void keepsTagsOfTheLatestThingsThatAreGone(@TempDir Path folder) throws IOException {
    Tags tags = new Tags(Workspace.open(folder), MOST_GONE);
    Indexed lasting = thing(0);
    tags.put(lasting, List.of("kept"), List.of(lasting));
    for (int i = 1; i <= 10; i++) {
      List<Indexed> there = List.of(lasting, thing(i));
      tags.put(thing(i), List.of("calm"), there);
    }
    // All but the first are in the bin by now, or gone for ever, when another one is tagged.
    tags.put(thing(11), List.of("calm"), List.of(lasting, thing(11)));
    List<Indexed> back = List.of(lasting, thing(7), thing(8), thing(10), thing(11));
    Tags.Reading reading = tags.read(back);
    assertEquals(
        List.of(List.of("kept"), List.of(), List.of("calm"), List.of("calm"), List.of("calm")),
        back.stream().map(reading::of).toList());
  }

  @Test
  void keepsAFileThatCannotBeReadAside(@TempDir Path folder) throws IOException {
    Workspace workspace = Workspace.open(folder);
    Tags tags = new Tags(workspace, MOST_GONE);
    List<Indexed> there = List.of(thing(0));
    for (int n = 1; n <= 2; n++) {
      Files.createDirectories(workspace.own());
      Files.writeString(workspace.own().resolve("tags.json"), "{\"things\": [broken " + n);
      Path aside = workspace.own().resolve("tags-broken-" + n + ".json");
      assertEquals(
          new Tags.NewTags(List.of("calm"), aside), tags.put(thing(0), List.of("calm"), there));
      assertEquals("{\"things\": [broken " + n, Files.readString(aside));
      assertEquals(List.of("calm"), tags.read(there).of(thing(0)));
    }
    assertEquals(
        new Tags.NewTags(List.of("late"), null), tags.put(thing(0), List.of("late"), there));
  }
}
