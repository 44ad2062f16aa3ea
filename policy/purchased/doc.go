// Package purchased is the Purchased Software Maintenance and Support Agreement
// (last updated August 7, 2023): telephone response within the hour for Severity
// 1, eight business hours and five business days for Severity 2, workarounds
// that lower the severity.
//
// [New] makes a [policy.Policy] of it for a customer and a choice of the open
// readings. [Clauses] is the registry of its clauses, [Readings] that of its
// open readings.
package purchased
