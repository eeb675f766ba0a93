package ductus.task.music.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import ductus.task.music.kind.FrameCollection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameEvaluationTest {
  @Test
  void poolsOverAllFramesAndNamesThemAsPublishedTablesCount() throws IOException {
    Frames piece = new Frames(1, List.of(Frame.of(60), Frame.of(62), Frame.of(64)));
    Map<String, List<Frames>> splits = new LinkedHashMap<>();
    splits.put("train", List.of(piece, piece));
    splits.put("valid", List.of(piece));
    FrameScoring scoring =
        pieces -> new FrameLoss(pieces.size(), 3L * pieces.size(), pieces.size(), 8);
    JsonObject json =
        new Gson()
            .toJsonTree(
                FrameEvaluation.of(
                    "chorales", "ab", scoring, new FrameCollection(splits, List.of())))
            .getAsJsonObject();
    assertEquals(16.0 / 6, json.get("nats_per_frame").getAsDouble());
    assertEquals(19.0 / 9, json.get("nats_per_frame_with_first").getAsDouble());
    JsonObject valid = json.getAsJsonObject("splits").getAsJsonObject("valid");
    assertEquals(4, valid.get("nats_per_frame").getAsDouble());
    assertEquals(3, valid.get("nats_per_frame_with_first").getAsDouble());
    assertEquals(3, json.get("pieces").getAsInt());
  }
}
