package ductus.studio.write;

import java.util.List;
import java.util.Map;

/**
 * What was written.
 *
 * @param stem among the drafts, as the page names it
 * @param seed as text
 * @param style its hands
 * @param pages file of all pages as JSON
 * @param pictures a picture of each page
 * @param substitutes what stands for characters that the hand lacks; empty for one left out
 */
record WriteResponse(
    String stem,
    String seed,
    String style,
    String pages,
    List<String> pictures,
    Map<String, String> substitutes) {}
