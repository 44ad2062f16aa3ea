package ispsystem

// products are those that the catalogue has columns for, in its order.
var products = []string{vmManager, dciManager, billManager, dnsManager}

// catalogue is the table of 2.6 (ISP-7) in our words. Its first general
// description, which names four consequences, is four entries here, and the last
// is two. The text lists accounting documents under High and under Medium.
var catalogue = []Scenario{
	{"", "product_interrupted", emergency, "the product stops working and with it the user's business"},
	{"", "data_loss", emergency, "data is lost"},
	{"", "unsafe_settings", emergency, "settings as delivered leave the product open to harm"},
	{"", "data_security", emergency, "the security of data is at risk in another way"},
	{"", "update_fails", emergency, "updating the product fails"},
	{"", "urgent_install_fails", emergency, "the product does not install where a migration or a situation critical for the business needs it"},
	{"", "interface_down", emergency, "nothing of the product's interface comes up"},
	{"", "login_fails", emergency, "a user cannot log in"},
	{"", "licence_order_fails", emergency, "the product's licence can be neither ordered nor renewed"},

	{vmManager, "all_nodes_stuck", emergency, "on no node of the cluster can virtual machines be created, or those there be started"},
	{vmManager, "machine_cut_off", emergency, "a virtual machine has lost its node"},
	{vmManager, "node_not_deleted", emergency, "a node cannot be deleted"},
	{vmManager, "tasks_frozen", emergency, "tasks hang and hold up the product, or the machines of all nodes"},

	{dciManager, "equipment_not_added", emergency, "servers or other equipment cannot be added to a location"},
	{dciManager, "operations_not_started", emergency, "neither diagnostics nor installations nor anything else can be started"},
	{dciManager, "pdu_unreachable", emergency, "a power distribution unit that works cannot be reached"},
	{dciManager, "first_location_fails", emergency, "the first start creates no location"},
	{dciManager, "location_lost_on_update", emergency, "an update has cut off a location that worked"},

	{billManager, "all_processing_down", emergency, "orders, payments and the processing of services fail in all active modules"},
	{billManager, "main_payments_fail", emergency, "the payment modules that matter most take no payments, or take them wrongly"},

	{"", "function_affected", high, "the product does less than it should, but goes on, and no data is lost or damaged"},
	{"", "core_with_workaround", high, "core functions suffer, and there is a way around until a correction"},
	{"", "contractor_sites_down", high, "what the contractor runs online, such as its site or its documentation, is down"},

	{vmManager, "some_nodes_stuck", high, "on some nodes of the cluster virtual machines cannot be created"},
	{vmManager, "node_unreachable", high, "the platform's server does not reach a node"},
	{vmManager, "machine_state_stuck", high, "the state of a virtual machine cannot be changed while something is done to it"},
	{vmManager, "page_broken", high, "a page that users need for their work does not load, while the interface for programs does its part"},
	{vmManager, "authorization_broken", high, "users are not authorized, while the interface for programs does its part"},
	{vmManager, "machine_operations_fail", high, "the basic operations of a virtual machine fail, while virsh and the interface for programs can be used"},

	{dciManager, "location_unusable", high, "the platform cannot work with a location"},
	{dciManager, "power_control_fails", high, "servers are not started, stopped or restarted, but can be restarted through their BMC"},
	{dciManager, "sensor_status_stale", high, "a server's state stays as it was although its BMC sensors report errors"},
	{dciManager, "racks_not_created", high, "a new location gets no racks, which can still be added in their own section"},

	{billManager, accountingDocuments, high, "accounting documents cannot be made"},
	{billManager, "rare_payments_fail", high, "payment modules that this user seldom needs fail"},
	{billManager, "statistics_missing", high, "virtual machines give no statistics"},
	{billManager, "popular_tariff_fails", high, "a tariff cannot be ordered in one of its most common configurations"},
	{billManager, "popular_payment_fails", high, "a payment system that many use cannot be used"},
	{billManager, "contractor_module_idle", high, "the contractor's own processing module carries out nothing on services"},

	{"", "core_intact", medium, "core functions do not suffer, and there is a way around until a correction"},

	{vmManager, "normal_install_fails", medium, "the product does not install in the normal way"},
	{vmManager, "node_limits_ignored", medium, "the limits set on nodes have no effect"},
	{vmManager, "wrong_address_pool", medium, "a new virtual machine gets addresses of another pool than was chosen"},
	{vmManager, "ssh_key_fails", medium, "a user's SSH key cannot be added to their virtual machine"},
	{vmManager, "copies_broken", medium, "backups, snapshots or images of virtual machines have problems"},

	{dciManager, "blade_in_last_unit", medium, "a blade server cannot be put into the last unit of a rack"},
	{dciManager, "auto_add_form_broken", medium, "the form for adding servers through their BMC does not open properly"},

	{billManager, accountingDocuments, medium, "accounting documents cannot be made"},
	{billManager, "service_order_fails", medium, "a service cannot be ordered under settings that are not too rare"},
	{billManager, "backup_fails", medium, "backups are not made"},

	{"", "consultation", low, "it is a question about the product's functions"},
	{"", "other", low, "it is not critical, and not in the catalogue otherwise"},
}

// accountingDocuments is the one key that the text lists twice.
const accountingDocuments = "accounting_documents"
