// Package portx is the PortX Support Maintenance Terms: a response within a
// number of business days, by severity, on the customer's local business hours.
//
// The numbers stand in a service level that is not part of the text, so the
// customer's [policy.Customer].ResponseDays gives them. [New] makes a
// [policy.Policy] of the agreement, [Clauses] is the registry of its clauses,
// [Readings] that of its open readings.
package portx
