package org.alongside.kernel;

import java.time.Duration;

/// Every limit of the product in one table, each in its unit. Each smaller one fits inside the
/// larger: a field into an operation, an operation into a batch, a batch into a request and both
/// databases; `LimitsTest` walks that chain.
public final class Limits {
    private static final int KIB = 1024;

    /// One text field, in bytes of UTF-8.
    public static final int FIELD_BYTES = 256 * KIB;

    /// One operation's or event's line, in bytes of UTF-8, so that escaping and a group of several
    /// texts fit.
    public static final int OPERATION_BYTES = 900 * KIB;

    /// Operations in one push.
    public static final int BATCH_OPERATIONS = 200;

    /// Bytes in one push, and in any request's body.
    public static final int REQUEST_BYTES = 1024 * KIB;

    /// Bytes of a request's head.
    public static final int REQUEST_HEAD_BYTES = 8 * KIB;

    /// A draft's whole state, in bytes of UTF-8: every text of a visit to a large family.
    public static final int DRAFT_BYTES = 4 * 1024 * KIB;

    /// Drafts one worker keeps on a laptop.
    public static final int DRAFTS = 500;

    /// Streams one laptop holds; wider roles work online.
    public static final int STREAMS = 500;

    /// Bytes of events in one answer to a pull; what is left comes with the next (`more`).
    public static final int PULL_BYTES = 8 * 1024 * KIB;

    /// Results of one search.
    public static final int SEARCH_RESULTS = 50;

    /// Characters of one record's different words in the index of search.
    public static final int SEARCH_WORDS = 1_000_000;

    /// Lines of the Activity list.
    public static final int ACTIVITY_LINES = 500;

    /// A name of a person, in Unicode code points.
    public static final int NAME_CHARACTERS = 200;

    /// Children in one visit.
    public static final int VISIT_CHILDREN = 20;

    /// One file of an import, in bytes.
    public static final long IMPORT_FILE_BYTES = 512L * 1024 * KIB;

    /// Refused rows an import report lists one by one; the rest are counted.
    public static final int IMPORT_REFUSED_LISTED = 10_000;

    /// The longest pause between two tries to reach the service.
    public static final Duration RETRY_PAUSE_MAX = Duration.ofMinutes(5);

    /// A short-lived token of a device.
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /// Tries of enrolment codes from one address in a quarter of an hour.
    public static final int ENROL_TRIES = 20;

    /// Characters of one condition in the content; the longest of the rules has a few hundred.
    public static final int CONDITION_CHARACTERS = 2_000;

    /// How deep brackets and `not` of a condition may nest.
    public static final int CONDITION_DEPTH = 32;

    /// The years a date of a case may have; others are slips of the hand.
    public static final int YEAR_FIRST = 1900;

    public static final int YEAR_LAST = 2199;

    /// A photograph as it is kept, in bytes, before sealing.
    public static final int PHOTOGRAPH_BYTES = 900 * KIB;

    /// What sealing adds to an attachment: nonce and tag.
    public static final int SEALING_BYTES = 28;

    /// A sealed attachment, which travels as one chunk: it fits a request and a column.
    public static final int BLOB_BYTES = PHOTOGRAPH_BYTES + SEALING_BYTES;

    /// A chunk of an attachment, as laptop and service agree on it.
    public static final int BLOB_CHUNK_BYTES = 1024 * KIB;

    /// A picture's file as somebody chooses it, in bytes: what the best cameras of phones make.
    public static final int PICTURE_FILE_BYTES = 40 * 1024 * KIB;

    /// Points of a picture that is opened, in millions; larger ones are refused by their first lines.
    public static final int PICTURE_MEGAPIXELS = 64;

    /// Attachments sent, and asked for, in one sync; the next goes on.
    public static final int BLOBS_PER_SYNC = 40;

    /// Requests of one laptop in a minute.
    public static final int REQUESTS_PER_MINUTE = 300;

    /// Bytes of one content file: rules, prompts, forms.
    public static final int CONTENT_FILE_BYTES = 4 << 20;

    /// Days that one look at the calendar of working days may span.
    public static final int CALENDAR_DAYS = 3_660;

    /// Actions of one plan; a family can follow a dozen, and an import may bring more.
    public static final int PLAN_ACTIONS = 200;

    private Limits() {}
}
