package app.ampel.adapter.graph;

/**
 * How long an answer may be, where a request says it for itself; travels with it as a tag.
 *
 * @param body bytes after decompression
 * @param structure bytes outside of texts: what a parser makes of each takes a hundred times as much memory
 */
record AnswerLimits(long body, long structure) {

    /**
     * A page of the directory, or the presence of 650 people: 999 users have 60 kB of structure, 100 users with all plans
     * of a large licence 90 kB, 650 presences 50 kB.
     */
    static final AnswerLimits PAGE = new AnswerLimits(2 * 1024 * 1024, 192 * 1024);
}
