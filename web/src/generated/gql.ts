/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { sequence at actor action subject details hash } }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query AuditVerification {\n    verifyAudit { ok entries brokenAt }\n  }\n": typeof types.AuditVerificationDocument,
    "\n  query Definitions {\n    metricDefinitions { ...Definition }\n  }\n": typeof types.DefinitionsDocument,
    "\n  query Pipeline {\n    pipelineStatus {\n      events pendingDeliveries deadDeliveries refusedDeliveries pendingServices lagSeconds firstEventAt lastEventAt\n    }\n  }\n": typeof types.PipelineDocument,
    "\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id integration source receivedAt state attempts size outcome error } }\n    }\n  }\n": typeof types.DeliveriesDocument,
    "\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id integration source deliveryId receivedAt processedAt state attempts size outcome error body headers\n      events { id source type }\n    }\n  }\n": typeof types.DeliveryDocument,
    "\n  query Connections {\n    connections { integration source open hasSecret url setup lastDeliveryAt }\n    integrations { id title documentationUrl documentationVersion }\n  }\n": typeof types.ConnectionsDocument,
    "\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) { id state outcome error attempts }\n  }\n": typeof types.ReplayDeliveryDocument,
    "\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n": typeof types.ReplayDeadDeliveriesDocument,
    "\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) { integration source url setup }\n  }\n": typeof types.SaveConnectionDocument,
    "\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { ...Definition }\n      groups {\n        dimensions { dimension value }\n        total {\n          ...Measured\n          level { name edition nearest }\n          stats { name value }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo { hasNextPage endCursor }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields { name value }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.EvidenceDocument,
    "\n  query Measures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $interval: Interval, $compare: Boolean) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare) {\n      key\n      definition { title unit direction summary stats { name title unit } targets { label low high } }\n      groups {\n        total { ...Measured level { name edition nearest } stats { name value } }\n        previous { value n }\n        series { ...Bucket }\n      }\n    }\n  }\n": typeof types.MeasuresDocument,
    "\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!]) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { title unit direction }\n      groups {\n        dimensions { dimension value }\n        total { ...Measured }\n      }\n    }\n  }\n": typeof types.GroupedMeasuresDocument,
    "\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges { node { id title severity startedAt detectedAt services } }\n    }\n  }\n": typeof types.IncidentMarksDocument,
    "\n  query KnownAnswers {\n    knownAnswers { key title of unit expected because from to service }\n  }\n": typeof types.KnownAnswersDocument,
    "\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups { total { value n low high excluded { reason count } stats { name value } } }\n    }\n  }\n": typeof types.KnownActualsDocument,
    "\n  query FilterChoices {\n    teams(first: 100) { edges { node { id title } } }\n    environments { id production }\n  }\n": typeof types.FilterChoicesDocument,
    "\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) { totalCount edges { node { id title } } }\n  }\n": typeof types.ServiceChoicesDocument,
    "\n  fragment IncidentRow on Incident {\n    id title services environment severity status startedAt detectedAt acknowledgedAt mitigatedAt mitigatedBy\n    resolvedAt url\n    attribution { deployment releaseId method confidence reason }\n  }\n": typeof types.IncidentRowFragmentDoc,
    "\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IncidentRow } }\n    }\n  }\n": typeof types.IncidentsDocument,
    "\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node { id service version firstDeployedAt latestDeployedAt environments status failed }\n      }\n    }\n  }\n": typeof types.ReleasesDocument,
    "\n  fragment ReleaseDeployment on Deployment {\n    id service environment production regions version commit repository artifactDigest outcome kind kindReason\n    trigger actor url startedAt fullTrafficAt finishedAt receivedAt previousVersion changeSource changeCount\n    failed failureReasons rolledBackBy\n    parts { source deployment }\n    contradictions { field kept dropped source }\n    stages { name index trafficPercent status at }\n  }\n": typeof types.ReleaseDeploymentFragmentDoc,
    "\n  query Release($id: ID!) {\n    release(id: $id) {\n      id service version firstDeployedAt latestDeployedAt environments status failed\n      deployments { ...ReleaseDeployment }\n      incidents { ...IncidentRow }\n      approvals { id environment group risk requestedBy requestedAt decidedAt decision decidedBy automated }\n      artifacts {\n        digest name version commit repository buildUrl builder publishedAt\n        promotions { from to by at }\n        provenance { field state }\n      }\n      timeline { at type title detail source eventId environment url }\n    }\n  }\n": typeof types.ReleaseDocument,
    "\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges {\n          node { id repository sha committedAt authoredAt author title pullRequest url leadTimeSeconds state }\n        }\n      }\n    }\n  }\n": typeof types.ReleaseChangesDocument,
    "\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          declared\n          environments\n          openIncidents\n          lastDeployment { id releaseId version outcome startedAt finishedAt receivedAt environment }\n        }\n      }\n    }\n  }\n": typeof types.ServicesDocument,
    "\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node { id title team tier repository owner runbookUrl declared environments openIncidents }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id releaseId environment version outcome kind kindReason trigger failed failureReasons\n          startedAt finishedAt receivedAt changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges { node { ...IncidentRow } }\n    }\n  }\n": typeof types.ServiceDocument,
    "\n  query Tokens {\n    tokens { id name scopes teams createdAt expiresAt revokedAt lastUsedAt }\n  }\n": typeof types.TokensDocument,
    "\n  query People {\n    people { id login displayName role }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) { secret token { id name } }\n  }\n": typeof types.CreateTokenDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) { id revokedAt }\n  }\n": typeof types.RevokeTokenDocument,
    "\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n": typeof types.CreateSignInLinkDocument,
    "\n  query Viewer {\n    viewer { login role scopes demo version }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded { reason count description }\n  }\n": typeof types.MeasuredFragmentDoc,
    "\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value { ...Measured }\n  }\n": typeof types.BucketFragmentDoc,
    "\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions { reason description }\n    options { name value description }\n    stats { name title unit }\n    targets { label low high }\n    evidenceColumns { name title }\n  }\n": typeof types.DefinitionFragmentDoc,
};
const documents: Documents = {
    "\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { sequence at actor action subject details hash } }\n    }\n  }\n": types.AuditLogDocument,
    "\n  query AuditVerification {\n    verifyAudit { ok entries brokenAt }\n  }\n": types.AuditVerificationDocument,
    "\n  query Definitions {\n    metricDefinitions { ...Definition }\n  }\n": types.DefinitionsDocument,
    "\n  query Pipeline {\n    pipelineStatus {\n      events pendingDeliveries deadDeliveries refusedDeliveries pendingServices lagSeconds firstEventAt lastEventAt\n    }\n  }\n": types.PipelineDocument,
    "\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id integration source receivedAt state attempts size outcome error } }\n    }\n  }\n": types.DeliveriesDocument,
    "\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id integration source deliveryId receivedAt processedAt state attempts size outcome error body headers\n      events { id source type }\n    }\n  }\n": types.DeliveryDocument,
    "\n  query Connections {\n    connections { integration source open hasSecret url setup lastDeliveryAt }\n    integrations { id title documentationUrl documentationVersion }\n  }\n": types.ConnectionsDocument,
    "\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) { id state outcome error attempts }\n  }\n": types.ReplayDeliveryDocument,
    "\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n": types.ReplayDeadDeliveriesDocument,
    "\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) { integration source url setup }\n  }\n": types.SaveConnectionDocument,
    "\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { ...Definition }\n      groups {\n        dimensions { dimension value }\n        total {\n          ...Measured\n          level { name edition nearest }\n          stats { name value }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo { hasNextPage endCursor }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields { name value }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.EvidenceDocument,
    "\n  query Measures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $interval: Interval, $compare: Boolean) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare) {\n      key\n      definition { title unit direction summary stats { name title unit } targets { label low high } }\n      groups {\n        total { ...Measured level { name edition nearest } stats { name value } }\n        previous { value n }\n        series { ...Bucket }\n      }\n    }\n  }\n": types.MeasuresDocument,
    "\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!]) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { title unit direction }\n      groups {\n        dimensions { dimension value }\n        total { ...Measured }\n      }\n    }\n  }\n": types.GroupedMeasuresDocument,
    "\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges { node { id title severity startedAt detectedAt services } }\n    }\n  }\n": types.IncidentMarksDocument,
    "\n  query KnownAnswers {\n    knownAnswers { key title of unit expected because from to service }\n  }\n": types.KnownAnswersDocument,
    "\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups { total { value n low high excluded { reason count } stats { name value } } }\n    }\n  }\n": types.KnownActualsDocument,
    "\n  query FilterChoices {\n    teams(first: 100) { edges { node { id title } } }\n    environments { id production }\n  }\n": types.FilterChoicesDocument,
    "\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) { totalCount edges { node { id title } } }\n  }\n": types.ServiceChoicesDocument,
    "\n  fragment IncidentRow on Incident {\n    id title services environment severity status startedAt detectedAt acknowledgedAt mitigatedAt mitigatedBy\n    resolvedAt url\n    attribution { deployment releaseId method confidence reason }\n  }\n": types.IncidentRowFragmentDoc,
    "\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IncidentRow } }\n    }\n  }\n": types.IncidentsDocument,
    "\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node { id service version firstDeployedAt latestDeployedAt environments status failed }\n      }\n    }\n  }\n": types.ReleasesDocument,
    "\n  fragment ReleaseDeployment on Deployment {\n    id service environment production regions version commit repository artifactDigest outcome kind kindReason\n    trigger actor url startedAt fullTrafficAt finishedAt receivedAt previousVersion changeSource changeCount\n    failed failureReasons rolledBackBy\n    parts { source deployment }\n    contradictions { field kept dropped source }\n    stages { name index trafficPercent status at }\n  }\n": types.ReleaseDeploymentFragmentDoc,
    "\n  query Release($id: ID!) {\n    release(id: $id) {\n      id service version firstDeployedAt latestDeployedAt environments status failed\n      deployments { ...ReleaseDeployment }\n      incidents { ...IncidentRow }\n      approvals { id environment group risk requestedBy requestedAt decidedAt decision decidedBy automated }\n      artifacts {\n        digest name version commit repository buildUrl builder publishedAt\n        promotions { from to by at }\n        provenance { field state }\n      }\n      timeline { at type title detail source eventId environment url }\n    }\n  }\n": types.ReleaseDocument,
    "\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges {\n          node { id repository sha committedAt authoredAt author title pullRequest url leadTimeSeconds state }\n        }\n      }\n    }\n  }\n": types.ReleaseChangesDocument,
    "\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          declared\n          environments\n          openIncidents\n          lastDeployment { id releaseId version outcome startedAt finishedAt receivedAt environment }\n        }\n      }\n    }\n  }\n": types.ServicesDocument,
    "\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node { id title team tier repository owner runbookUrl declared environments openIncidents }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id releaseId environment version outcome kind kindReason trigger failed failureReasons\n          startedAt finishedAt receivedAt changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges { node { ...IncidentRow } }\n    }\n  }\n": types.ServiceDocument,
    "\n  query Tokens {\n    tokens { id name scopes teams createdAt expiresAt revokedAt lastUsedAt }\n  }\n": types.TokensDocument,
    "\n  query People {\n    people { id login displayName role }\n  }\n": types.PeopleDocument,
    "\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) { secret token { id name } }\n  }\n": types.CreateTokenDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) { id revokedAt }\n  }\n": types.RevokeTokenDocument,
    "\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n": types.CreateSignInLinkDocument,
    "\n  query Viewer {\n    viewer { login role scopes demo version }\n  }\n": types.ViewerDocument,
    "\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded { reason count description }\n  }\n": types.MeasuredFragmentDoc,
    "\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value { ...Measured }\n  }\n": types.BucketFragmentDoc,
    "\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions { reason description }\n    options { name value description }\n    stats { name title unit }\n    targets { label low high }\n    evidenceColumns { name title }\n  }\n": types.DefinitionFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { sequence at actor action subject details hash } }\n    }\n  }\n"): typeof import('./graphql').AuditLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditVerification {\n    verifyAudit { ok entries brokenAt }\n  }\n"): typeof import('./graphql').AuditVerificationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Definitions {\n    metricDefinitions { ...Definition }\n  }\n"): typeof import('./graphql').DefinitionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Pipeline {\n    pipelineStatus {\n      events pendingDeliveries deadDeliveries refusedDeliveries pendingServices lagSeconds firstEventAt lastEventAt\n    }\n  }\n"): typeof import('./graphql').PipelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id integration source receivedAt state attempts size outcome error } }\n    }\n  }\n"): typeof import('./graphql').DeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id integration source deliveryId receivedAt processedAt state attempts size outcome error body headers\n      events { id source type }\n    }\n  }\n"): typeof import('./graphql').DeliveryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Connections {\n    connections { integration source open hasSecret url setup lastDeliveryAt }\n    integrations { id title documentationUrl documentationVersion }\n  }\n"): typeof import('./graphql').ConnectionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) { id state outcome error attempts }\n  }\n"): typeof import('./graphql').ReplayDeliveryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n"): typeof import('./graphql').ReplayDeadDeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) { integration source url setup }\n  }\n"): typeof import('./graphql').SaveConnectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { ...Definition }\n      groups {\n        dimensions { dimension value }\n        total {\n          ...Measured\n          level { name edition nearest }\n          stats { name value }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo { hasNextPage endCursor }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields { name value }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').EvidenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Measures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $interval: Interval, $compare: Boolean) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare) {\n      key\n      definition { title unit direction summary stats { name title unit } targets { label low high } }\n      groups {\n        total { ...Measured level { name edition nearest } stats { name value } }\n        previous { value n }\n        series { ...Bucket }\n      }\n    }\n  }\n"): typeof import('./graphql').MeasuresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!]) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy) {\n      key\n      definition { title unit direction }\n      groups {\n        dimensions { dimension value }\n        total { ...Measured }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupedMeasuresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges { node { id title severity startedAt detectedAt services } }\n    }\n  }\n"): typeof import('./graphql').IncidentMarksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KnownAnswers {\n    knownAnswers { key title of unit expected because from to service }\n  }\n"): typeof import('./graphql').KnownAnswersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups { total { value n low high excluded { reason count } stats { name value } } }\n    }\n  }\n"): typeof import('./graphql').KnownActualsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterChoices {\n    teams(first: 100) { edges { node { id title } } }\n    environments { id production }\n  }\n"): typeof import('./graphql').FilterChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) { totalCount edges { node { id title } } }\n  }\n"): typeof import('./graphql').ServiceChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IncidentRow on Incident {\n    id title services environment severity status startedAt detectedAt acknowledgedAt mitigatedAt mitigatedBy\n    resolvedAt url\n    attribution { deployment releaseId method confidence reason }\n  }\n"): typeof import('./graphql').IncidentRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IncidentRow } }\n    }\n  }\n"): typeof import('./graphql').IncidentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node { id service version firstDeployedAt latestDeployedAt environments status failed }\n      }\n    }\n  }\n"): typeof import('./graphql').ReleasesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReleaseDeployment on Deployment {\n    id service environment production regions version commit repository artifactDigest outcome kind kindReason\n    trigger actor url startedAt fullTrafficAt finishedAt receivedAt previousVersion changeSource changeCount\n    failed failureReasons rolledBackBy\n    parts { source deployment }\n    contradictions { field kept dropped source }\n    stages { name index trafficPercent status at }\n  }\n"): typeof import('./graphql').ReleaseDeploymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Release($id: ID!) {\n    release(id: $id) {\n      id service version firstDeployedAt latestDeployedAt environments status failed\n      deployments { ...ReleaseDeployment }\n      incidents { ...IncidentRow }\n      approvals { id environment group risk requestedBy requestedAt decidedAt decision decidedBy automated }\n      artifacts {\n        digest name version commit repository buildUrl builder publishedAt\n        promotions { from to by at }\n        provenance { field state }\n      }\n      timeline { at type title detail source eventId environment url }\n    }\n  }\n"): typeof import('./graphql').ReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges {\n          node { id repository sha committedAt authoredAt author title pullRequest url leadTimeSeconds state }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ReleaseChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          declared\n          environments\n          openIncidents\n          lastDeployment { id releaseId version outcome startedAt finishedAt receivedAt environment }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node { id title team tier repository owner runbookUrl declared environments openIncidents }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id releaseId environment version outcome kind kindReason trigger failed failureReasons\n          startedAt finishedAt receivedAt changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges { node { ...IncidentRow } }\n    }\n  }\n"): typeof import('./graphql').ServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tokens {\n    tokens { id name scopes teams createdAt expiresAt revokedAt lastUsedAt }\n  }\n"): typeof import('./graphql').TokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People {\n    people { id login displayName role }\n  }\n"): typeof import('./graphql').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) { secret token { id name } }\n  }\n"): typeof import('./graphql').CreateTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) { id revokedAt }\n  }\n"): typeof import('./graphql').RevokeTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n"): typeof import('./graphql').CreateSignInLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer { login role scopes demo version }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded { reason count description }\n  }\n"): typeof import('./graphql').MeasuredFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value { ...Measured }\n  }\n"): typeof import('./graphql').BucketFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions { reason description }\n    options { name value description }\n    stats { name title unit }\n    targets { label low high }\n    evidenceColumns { name title }\n  }\n"): typeof import('./graphql').DefinitionFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
