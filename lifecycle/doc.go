// Package lifecycle answers what a support agreement promises over months and years:
// which releases are supported on a day and for how long, and where a customer's terms,
// notices and payments stand.
//
// Releases are judged by rules that are data: a [Rule] can be written in Go or in JSON,
// and its answer, a [Status], says what changes next by itself and what else could move
// it.
//
// Terms are counted from one anchor by a [TermRule] and renew by a [SubscriptionRule];
// [NoticeRule], [PaymentRule], [TemporaryFix], [License], [CoTermRule],
// [StandardTermRule] and [LiabilityRule] cover what else agreements say. Each is a plain
// value without state that is asked about a day; most answer with a [TermStatus]: the
// state on that day, why, and what changes next by itself.
//
// All dates are civil ([calendar.Date]). A period that an event starts does not include
// the day of the event (G5), and Through is the last day of a period, included. Payments
// and notices after the day that is asked about have no effect on the answer; days that
// are planned, such as due dates and terms, are known ahead.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
package lifecycle
