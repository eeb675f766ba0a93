package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void findsWhatTheTestsRunOn() {
    CommandRun run = CommandRun.of("doctor", "--json");
    JsonObject diagnosis = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(run.status() == 0, diagnosis.get("healthy").getAsBoolean());
    List<String> things = new ArrayList<>();
    for (JsonElement each : diagnosis.getAsJsonArray("findings")) {
      JsonObject finding = each.getAsJsonObject();
      String thing = finding.get("thing").getAsString();
      things.add(thing);
      boolean ok = finding.get("state").getAsString().equals("ok");
      assertEquals(ok, !finding.has("remedy"), () -> "what is missing has a remedy: " + finding);
      if (List.of("Java", "Kernels", "Models", "Memory").contains(thing)) {
        assertTrue(
            ok || thing.equals("Kernels") || thing.equals("Memory"), () -> finding.toString());
      }
    }
    assertTrue(
        things.containsAll(
            List.of("Java", "Kernels", "JFugue", "Sound device", "MIDI ports", "Settings")),
        things.toString());
  }

  @Test
  void saysALineForEachThingAndWhatToDo() {
    CommandRun run = CommandRun.of("doctor");
    assertTrue(
        run.out().lines().allMatch(line -> line.matches("\\[(ok|--|!!)] .+|\\s+-> .+")), run.out());
  }
}
