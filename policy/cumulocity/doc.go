// Package cumulocity is Cumulocity's Enterprise Active Maintenance and Support
// Services: reactions round the clock, a resolution plan for a Crisis, daily
// reports for a Critical incident, on the business hours of three hubs.
//
// [New] makes a [policy.Policy] of the agreement for a customer and a choice of
// the open readings. [Clauses] is the registry of its clauses, [Readings] that
// of its open readings.
package cumulocity
