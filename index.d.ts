export { SixtySixPusherApi } from './build/modules/credentials/SixtySixPusherApi.credentials';
export { SixtySixPusher } from './build/modules/nodes/SixtySixPusher/SixtySixPusher.node';
